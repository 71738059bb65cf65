import { expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { sampleFile } from '#tests/support/papers.ts';
import { expectedWorkbook, renumbered } from '#tests/support/round-trips.ts';

test('a paper that was printed as PDF is read as the paper itself', async () => {
  const result = await importFile(sampleFile('pdf-printed'));

  if (!result.ok) throw new Error(result.sentence);
  expect(renumbered(result.workbook)).toEqual(renumbered(expectedWorkbook('pdf-rows')));
});
