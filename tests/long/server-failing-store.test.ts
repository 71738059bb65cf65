import { expect, it } from 'vitest';
import { writeWhileStoreFails } from '#tests/server/failing-store.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';

it('loses nothing of eight clients whose server cannot store for three minutes', async () => {
  const random = seeded(printedSeed('failing store'));
  const figures = await writeWhileStoreFails(8, 180_000, random);
  const { edits, acknowledgedTooSoon, lost, attempts, recovery } = figures;
  console.info(
    `${edits} edits while failing, ${lost.length} lost; ${Math.round(attempts)} attempts a client and minute; ` +
      `all acknowledged ${Math.round(recovery)} ms after it was well`
  );
  expect(edits).toBeGreaterThan(1000);
  expect(acknowledgedTooSoon).toBe(0);
  expect(lost).toEqual([]);
}, 400_000);
