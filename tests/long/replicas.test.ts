import { afterEach, expect, it, vi } from 'vitest';
import { printedSeed } from '#tests/server/random.ts';
import { workTogether } from '#tests/support/colleagues/working.ts';

const ACTS = 2000;
const SEEDS = 20;
/** Every so manyth run has no network, and packages alone. */
const PACKAGES_EACH = 4;

afterEach(() => vi.restoreAllMocks());

const first = printedSeed('five people');

it.each(Array.from({ length: SEEDS }, (_, at) => first + at))(
  'five people who do 2,000 things agree and lose nothing, JIBIAO_SEED=%i',
  async (seed) => {
    const network = seed % PACKAGES_EACH !== 0;
    const start = performance.now();
    const { entries, conflicts, texts } = await workTogether(seed, ACTS, { network });
    const seconds = Math.round((performance.now() - start) / 1000);
    const { shown, listed, late, deleted, past } = texts;
    console.info(
      `${entries} edits, ${conflicts} conflicts left; of the texts ${shown} shown, ${listed} listed, ` +
        `${late} late, ${deleted} in the bin, ${past} in the history; ${seconds} s`
    );
    expect(entries).toBeGreaterThan(ACTS / 2);
  }
);
