import { describe, expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { countingIds, WORKBOOK_ID_PATTERN } from '#lib/model/ids.ts';
import { sampleExpectation, sampleFile, sampleNames } from '#tests/support/papers.ts';

describe('a sample paper', () => {
  test.each(sampleNames)('%s is read as a person reads it', async (name) => {
    const result = await importFile(sampleFile(name), { ids: countingIds() });

    if (!result.ok) throw new Error(result.sentence);
    const expected = sampleExpectation(name);
    const { workbook, notes } = result;
    expect(workbook.id).toMatch(WORKBOOK_ID_PATTERN);
    expect({ workbook: { ...workbook, id: expected.workbook.id }, notes }).toEqual(expected);
  });
});
