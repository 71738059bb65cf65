import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCsv } from '#lib/exporters/csv.ts';
import { exportFileName } from '#lib/exporters/file-name.ts';
import { exportHtml } from '#lib/exporters/html.ts';
import { readHtml } from '#lib/importers/html/html.ts';
import { importFile } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { hasSeeds, sampleNames, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import { expectedWorkbook, seedWorkbook, textsOf } from '#tests/support/round-trips.ts';

const PAPERS: readonly (readonly [name: string, read: () => Workbook])[] = [
  ...sampleNames.map((name) => [name, () => expectedWorkbook(name)] as const),
  ...(hasSeeds ? ['000', '001', '002', '003', '004'] : []).map(
    (number) => [`seed ${number}`, () => seedWorkbook(number)] as const
  )
];

async function imported(name: string, bytes: Uint8Array): Promise<Workbook> {
  const result = await importFile({ name, bytes }, { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/** What tells the tables of two workbooks apart: kind, form and every cell. */
const tablesOf = ({ sheets }: Workbook) => sheets.filter(isTable).map(tableOf);

const tableOf = (sheet: Sheet) => [sheet.kind, sheet.form, textsOf(sheet)];

/** A table by itself is one from two rows and two columns on, the titles of its columns counted. */
function isTable({ kind, columns, rows }: Sheet): boolean {
  const titles = kind === 'free' ? 0 : 1;
  return kind !== 'text' && kind !== 'brief' && columns.length > 1 && rows.length + titles > 1;
}

describe('a table handed out and brought in again', () => {
  test.each(PAPERS)('has the same cells as csv: %s', async (_, read) => {
    const workbook = read();
    for (const sheet of workbook.sheets.filter((each) => isTable(each) && each.rows.length > 0)) {
      // A table of the 单位预算公开 by itself is known by what its file is called.
      const name = exportFileName(sheet.title, '.csv');
      const alone = await imported(name, exportCsv(workbook, sheet.id));

      expect(alone.sheets.map(tableOf)).toEqual([tableOf(sheet)]);
    }
  });

  test.each(PAPERS)('has the same cells as a page: %s', async (_, read) => {
    const workbook = read();

    expect(tablesOf(await imported('表.html', exportHtml(workbook)))).toEqual(tablesOf(workbook));
  });

  test('has the same cells as a page, whatever its texts look like', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '  前后有空格  ',
        '两\n\n行',
        '<td>&nbsp;',
        '\u3000缩进',
        '一、总体绩效目标',
        ''
      ),
      fc
        .string({ unit: 'grapheme', maxLength: 8 })
        .map((each) => each.replace(/[\p{Cc}\ufffe\uffff]/gu, ''))
    );
    const filled = text.filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, filled, filled), { minLength: 1 }), (table) => {
        const columns = [...'ABC'].map((id) => ({ id, title: '' }));
        const rows = table.map(([A, B, C]) => createRow({ A, B, C }));
        const sheet = createSheet('free', { id: 'f', columns, rows });
        const page = new TextDecoder().decode(exportHtml(createWorkbook({ sheets: [sheet] })));

        const blank = (each: string) => (each.trim() === '' ? '' : each);
        expect(readHtml(page).lines.flatMap(({ row }) => (row ? [row.cells] : []))).toEqual(
          table.map((texts) => texts.map(blank))
        );
      })
    );
  });

  test('brings the projects of 指标总表 back from its csv', async () => {
    const workbook = expectedWorkbook('converted-word');

    const { sheets } = await imported('指标总表.csv', exportCsv(workbook));

    const projects = workbook.sheets.filter(({ kind }) => kind === 'project');
    const named = ({ title, fields }: Sheet) => [title, fields.projectCode, fields.projectName];
    expect(sheets.map(named)).toEqual(projects.map(named));
    expect(sheets.map(textsOf)).toEqual(projects.map(textsOf));
  });
});

test.skipIf(hasSeeds)(`the seeds: ${WITHOUT_SEEDS}`, () => {});
