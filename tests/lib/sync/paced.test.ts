import { describe, expect, it, vi } from 'vitest';
import { Paced } from '#lib/sync/paced.ts';

/** Milliseconds that one thing takes. */
const WORK = 2;

/** Takes numbers, each with some work. */
function slow(): { readonly paced: Paced<number>; readonly taken: readonly number[] } {
  const taken: number[] = [];
  const paced = new Paced<number>((number) => {
    const end = performance.now() + WORK;
    while (performance.now() < end);
    taken.push(number);
  });
  return { paced, taken };
}

const numbers = Array.from({ length: 20 }, (_, number) => number);

describe('things that are paced', () => {
  it('are taken at once where few come', () => {
    const { paced, taken } = slow();
    paced.give(1);
    expect(taken).toEqual([1]);
  });

  it('are taken a few at a time where many come, in their order', async () => {
    const { paced, taken } = slow();
    for (const number of numbers) paced.give(number);
    expect(taken.length).toBeLessThan(5);
    const turns = new Set<number>();
    await vi.waitFor(() => {
      turns.add(taken.length);
      expect(taken).toEqual(numbers);
    });
    expect(turns.size).toBeGreaterThan(1);
  });

  it('are taken at once when there is no time left, and none twice', async () => {
    const { paced, taken } = slow();
    for (const number of numbers) paced.give(number);
    paced.finish();
    expect(taken).toEqual(numbers);
    await new Promise((resolve) => setTimeout(resolve, 50));
    paced.give(20);
    expect(taken).toEqual([...numbers, 20]);
  });

  it('go on after one that could not be taken', async () => {
    const taken: number[] = [];
    const paced = new Paced<number>((number) => {
      if (number === 1) {
        paced.give(2);
        throw new Error('unreadable');
      }
      taken.push(number);
    });
    expect(() => paced.give(1)).toThrow('unreadable');
    await vi.waitFor(() => expect(taken).toEqual([2]));
  });

  it('lose none behind one that could not be taken when there is no time left', () => {
    const taken: number[] = [];
    const paced = new Paced<number>((number) => {
      if (number === 1) {
        paced.give(2);
        paced.give(3);
        paced.finish();
      }
      if (number === 2) throw new Error('unreadable');
      taken.push(number);
    });
    expect(() => paced.give(1)).toThrow('unreadable');
    paced.finish();
    expect(taken).toEqual([3]);
  });

  it('keep their order where one brings the next', () => {
    const taken: number[] = [];
    const paced = new Paced<number>((number) => {
      if (number === 1) paced.give(3);
      taken.push(number);
    });
    paced.give(1);
    paced.give(4);
    expect(taken).toEqual([1, 3, 4]);
  });
});
