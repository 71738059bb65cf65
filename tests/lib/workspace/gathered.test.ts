import { describe, expect, it, vi } from 'vitest';
import { Gathered } from '#lib/workspace/gathered.ts';

const PAUSE = 30;

/** Something that counts how often it was done. */
function counted(): { readonly gathered: Gathered; readonly times: () => number } {
  let times = 0;
  return { gathered: new Gathered(() => (times += 1), PAUSE), times: () => times };
}

describe('what is gathered', () => {
  it('is done at once, and then once for all who ask during the pause', async () => {
    const { gathered, times } = counted();
    gathered.ask();
    expect(times()).toBe(1);
    for (let asked = 0; asked < 100; asked++) gathered.ask();
    expect(times()).toBe(1);
    await vi.waitFor(() => expect(times()).toBe(2));
    gathered.end();
    expect(times()).toBe(2);
  });

  it('is not done again where it was done for all who had asked', () => {
    const { gathered, times } = counted();
    gathered.ask();
    gathered.ask();
    gathered.now();
    expect(times()).toBe(2);
    gathered.end();
    expect(times()).toBe(2);
  });

  it('is done before it ends', () => {
    const { gathered, times } = counted();
    gathered.ask();
    gathered.ask();
    gathered.end();
    expect(times()).toBe(2);
  });

  it('is done at once again after a pause in which nobody asked', async () => {
    const { gathered, times } = counted();
    const begun = Date.now();
    gathered.ask();
    await vi.waitUntil(() => Date.now() - begun > 2 * PAUSE);
    gathered.ask();
    expect(times()).toBe(2);
    gathered.end();
  });
});
