import { expect, test } from 'vitest';
import { exportJson } from '#lib/exporters/json.ts';
import { importFile } from '#lib/importers/import.ts';
import { sampleNames } from '#tests/support/papers.ts';
import { sampleWorkbook } from './papers.ts';

test.each(sampleNames)('%s comes back from .json as it was, ids included', (name) => {
  const workbook = sampleWorkbook(name);

  const result = importFile({ name: 'paper.json', bytes: exportJson(workbook) });

  expect(result).toMatchObject({ ok: true, notes: [] });
  expect(result.ok && result.workbook).toEqual(workbook);
});
