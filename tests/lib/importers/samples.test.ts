import { describe, expect, test } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { countingIds, WORKBOOK_ID_PATTERN } from '#lib/model/ids.ts';
import { sampleExpectation, sampleNames, sampleText } from '#tests/support/papers.ts';

describe('a sample paper', () => {
  test.each(sampleNames)('%s is read as a person reads it', (name) => {
    const result = importText(sampleText(name), { ids: countingIds() });

    if (!result.ok) throw new Error(result.sentence);
    const expected = sampleExpectation(name) as { workbook: { id: string } };
    const { workbook, notes } = result;
    expect(workbook.id).toMatch(WORKBOOK_ID_PATTERN);
    expect({ workbook: { ...workbook, id: expected.workbook.id }, notes }).toEqual(expected);
  });
});
