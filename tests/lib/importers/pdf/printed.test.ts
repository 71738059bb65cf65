import { expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { sampleFile } from '#tests/support/papers.ts';
import {
  expectedWorkbook,
  renumbered,
  withoutPrintedContents
} from '#tests/support/round-trips.ts';

test('a paper that was printed as PDF is read as the paper itself', async () => {
  const result = await importFile(sampleFile('pdf-printed'));

  if (!result.ok) throw new Error(result.sentence);
  // The cover of the print says nothing below the department, and its 目录 has no pages.
  const paper = { ...expectedWorkbook('pdf-rows'), cover: '' };
  expect(withoutPrintedContents(renumbered(result.workbook))).toEqual(
    withoutPrintedContents(renumbered(paper))
  );
});
