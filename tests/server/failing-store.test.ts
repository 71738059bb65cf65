import { expect, it } from 'vitest';
import { writeWhileStoreFails } from './failing-store.ts';
import { printedSeed, seeded } from './random.ts';

it('acknowledges nothing to anybody while its store fails, and everything afterwards', async () => {
  const random = seeded(printedSeed('failing store'));
  const { edits, acknowledgedTooSoon, lost } = await writeWhileStoreFails(3, 2500, random);
  expect(edits).toBeGreaterThan(9);
  expect(acknowledgedTooSoon).toBe(0);
  expect(lost).toEqual([]);
}, 60_000);
