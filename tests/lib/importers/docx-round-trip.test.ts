import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { importText } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import {
  hasSeeds,
  sampleExpectation,
  sampleNames,
  textSampleNames,
  seedText,
  WITHOUT_SEEDS
} from '#tests/support/papers.ts';
import { printableWorkbook } from '#tests/support/printable-workbooks.ts';
import { renumbered, withoutIds, withoutPrintedContents } from '#tests/support/round-trips.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';
import { imported } from './docx/edited-document.ts';

function sampleWorkbook(name: string): Workbook {
  const read = readWorkbook({ ...sampleExpectation(name).workbook, id: 'A'.repeat(22) });
  if ('fault' in read) throw new Error(read.fault);
  return read.workbook;
}

function seedWorkbook(number: string): Workbook {
  const result = importText(seedText(number), { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/**
 * Paper cannot say that a sheet stands in no part of the outline when the one above it does: below a
 * heading everything is under it.
 */
const readablePapers = textSampleNames.filter((name) => name !== 'fragment');

describe('a workbook handed out as docx and brought in again', () => {
  test('is the same, ids and all, whatever its texts look like', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(printableWorkbook, async (workbook) => {
        expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
      })
    );
  });

  test.each(sampleNames)('is the same, ids and all: %s', async (name) => {
    const workbook = sampleWorkbook(name);

    const read = (await imported(exportDocx(workbook))).workbook;
    expect(read).toEqual(withoutPrintedContents(workbook));
  });

  test.each(hasSeeds ? ['000', '001', '002', '003', '004'] : [])(
    'is the same, ids and all, with and without the part that carries them: seed %s',
    async (number) => {
      const workbook = seedWorkbook(number);
      const bytes = exportDocx(workbook);

      const expected = withoutPrintedContents(workbook);
      expect((await imported(bytes)).workbook).toEqual(expected);
      const read = (await imported(withoutIds(bytes))).workbook;
      expect(renumbered(withoutPrintedContents(read))).toEqual(renumbered(expected));
    }
  );

  test.skipIf(hasSeeds)(`the seeds: ${WITHOUT_SEEDS}`, () => {});

  test('holds 500 rows in one table, and a table of one cell', async () => {
    const rows = Array.from({ length: 500 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, target: `≥${index}` }, `r${index}`)
    );
    const one = createSheet('free', {
      columns: [{ id: 'A', title: 'A' }],
      rows: [createRow({ A: '唯一' })]
    });
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows }), one] });

    expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
  });

  test('holds a thousand merged cells', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, level2: '数量指标' }, `r${index}`)
    );
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows })] });

    expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
  });

  test('carries none of the texts that were printed', () => {
    const workbook = smallWorkbook();
    const part = strFromU8(unzipSync(exportDocx(workbook))['customXml/item1.xml']!);

    const texts = workbook.sheets.flatMap(({ title, fields, rows }) => [
      title,
      ...Object.values(fields),
      ...rows.flatMap(({ cells }) => Object.values(cells))
    ]);
    for (const text of texts.filter((each) => each !== '')) expect(part).not.toContain(text);
  });

  test.each(readablePapers)(
    'is read without the part as the same but for ids: %s',
    async (name) => {
      const workbook = sampleWorkbook(name);

      const read = (await imported(withoutIds(exportDocx(workbook)))).workbook;

      expect(renumbered(withoutPrintedContents(read))).toEqual(
        renumbered(withoutPrintedContents(workbook))
      );
    }
  );
});
