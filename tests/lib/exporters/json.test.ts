import { expect, test } from 'vitest';
import { exportJson } from '#lib/exporters/json.ts';
import { importFile } from '#lib/importers/import.ts';
import { textSampleNames } from '#tests/support/papers.ts';
import { sampleWorkbook } from './papers.ts';

test.each(textSampleNames)('%s comes back from .json as it was, ids included', async (name) => {
  const workbook = sampleWorkbook(name);

  const result = await importFile({ name: 'paper.json', bytes: exportJson(workbook) });

  expect(result).toMatchObject({ ok: true, notes: [] });
  expect(result.ok && result.workbook).toEqual(workbook);
});
