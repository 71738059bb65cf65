import { afterEach, describe, expect, it, vi } from 'vitest';
import { printedSeed } from '#tests/server/random.ts';
import { workTogether } from '#tests/support/colleagues/working.ts';

/** The whole of this, many seeds of 2,000 acts, is in tests/long. */
const ACTS = 100;

const seed = printedSeed('five people');

afterEach(() => vi.restoreAllMocks());

describe('five people on one workbook', () => {
  it.each([
    ['a network that falls apart, reorders and repeats', true],
    ['packages alone', false]
  ])('agree and lose nothing with %s', async (_, network) => {
    const { entries, texts } = await workTogether(seed, ACTS, { network });
    expect(entries).toBeGreaterThan(ACTS / 4);
    expect(texts.shown).toBeGreaterThan(0);
  });
});
