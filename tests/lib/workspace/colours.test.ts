import { describe, expect, it } from 'vitest';
import { colourOf, distinctColours } from '#lib/workspace/colours.ts';

describe('colours', () => {
  const mine = colourOf('my-device');

  it('are always the same for one device', () => {
    expect(colourOf('my-device')).toBe(mine);
  });

  it('differ for everybody on one screen', () => {
    const people = Array.from({ length: 6 }, () => ({ colour: mine }));
    const shown = distinctColours(mine, people).map(({ colour }) => colour);
    expect(new Set([mine, ...shown]).size).toBe(7);
  });

  it('stay as they came where nobody else has them', () => {
    const other = distinctColours(mine, [{ colour: mine }])[0]!;
    expect(distinctColours(mine, [other])[0]).toBe(other);
  });

  it('are never taken over from what others send as they please', () => {
    expect(distinctColours(mine, [{ colour: 'url(x)' }])[0]!.colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});
