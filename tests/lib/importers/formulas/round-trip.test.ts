import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { importFile } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { columnLetter } from '#lib/model/column-name.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { loadEngineFromDisk, resultsOf } from '#tests/lib/formulas/calculated.ts';
import { calculatedWorkbook } from '#tests/support/calculated-workbooks.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';

beforeAll(loadEngineFromDisk);

async function carried(workbook: Workbook): Promise<Workbook> {
  const bytes = exportXlsx(workbook, resultsOf(workbook));
  const result = await importFile({ name: 'a.xlsx', bytes }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

const HEIGHT = 4;
const NUMBERS = 3;

/** What stands in the first columns of each sheet. */
const number = fc.constantFrom('5', '36.50', '1,010.25', '12%', '2026-03-01', '2026年3月9日', '');

const place = fc.record({
  row: fc.integer({ min: 1, max: HEIGHT }),
  column: fc.integer({ min: 0, max: NUMBERS - 1 }),
  fixed: fc.constantFrom('', '$')
});

const cell = place.map(({ row, column, fixed }) => `${fixed}${columnLetter(column)}${row}`);
const range = fc.tuple(place, place).map(([one, other]) => {
  const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
  const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
  return `${columnLetter(left)}${one.fixed}${top}:${columnLetter(right)}${bottom}`;
});
const column = fc.integer({ min: 0, max: NUMBERS - 1 }).map((at) => {
  return `${columnLetter(at)}:${columnLetter(at)}`;
});
const sheetName = fc.constantFrom('', '测算!', "'附 表'!");
const within = (reference: fc.Arbitrary<string>) =>
  fc.tuple(sheetName, reference).map(([sheet, text]) => sheet + text);

const operand = fc.oneof(
  within(cell),
  fc.constantFrom('河道清淤专项经费绩效目标表!预算数', '收入预算表!C1', '"甲，乙"', '2.5')
);

const formula = fc.oneof(
  fc
    .tuple(operand, fc.constantFrom('+', '-', '*', '/', '&', '>='), operand)
    .map(([a, sign, b]) => `=${a}${sign}${b}`),
  fc
    .tuple(fc.constantFrom('SUM', 'MAX', 'COUNT'), within(range), operand)
    .map(([name, a, b]) => `=${name}(${a},${b})`),
  within(column).map((text) => `=SUM(${text})`),
  fc.tuple(operand, operand).map(([a, b]) => `=IF(ISNUMBER(${a}),ROUND(${a},1),CONCAT(${b},"—"))`)
);

const texts = fc.array(
  fc.tuple(...Array.from({ length: NUMBERS }, () => number), formula, formula),
  { minLength: HEIGHT, maxLength: HEIGHT }
);

function freeSheet(
  id: string,
  title: string,
  rows: readonly (readonly string[])[],
  titled: boolean
) {
  const columns = Array.from({ length: NUMBERS + 2 }, (_, at) => columnLetter(at));
  return createSheet('free', {
    id,
    title,
    columns: columns.map((letter, at) => ({ id: letter, title: titled ? `第${at + 1}栏` : '' })),
    rows: rows.map((row, at) =>
      createRow(
        Object.fromEntries(row.map((text, across) => [columns[across]!, text])),
        `${id}${at}`
      )
    )
  });
}

/** References to the own sheet do without its name. */
const atHome = (rows: readonly (readonly string[])[], name: string) =>
  rows.map((row) => row.map((text) => text.replaceAll(`${name}!`, '')));

const workbooks = fc
  .record({ one: texts, other: texts, titled: fc.boolean() })
  .map(({ one, other, titled }) =>
    createWorkbook({
      sheets: [
        projectSheet('p1'),
        disclosureSheet('d1', 'income', [['', '合计', '2,090.03']], { title: '收入预算表' }),
        freeSheet('f', '测算', atHome(one, '测算'), titled),
        freeSheet('g', '附 表', atHome(other, "'附 表'"), false)
      ]
    })
  );

describe('a workbook with formulas, handed out as xlsx and brought in again', () => {
  test('has the same formulas, ids and all', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(workbooks, async (workbook) => {
        expect(await carried(workbook)).toEqual(workbook);
      }),
      { numRuns: 40 }
    );
  });

  test('has the same formulas with titles, a unit and a note around the table', async () => {
    const workbook = calculatedWorkbook();
    expect(await carried(workbook)).toEqual(workbook);
  });

  test('has a value where the file has one', async () => {
    const free = freeSheet('f', '测算', [['２０', '=A1*2', '=ROW()', '=C1:C1', '5']], false);
    const [sheet] = (await carried(createWorkbook({ sheets: [free] }))).sheets;
    expect(sheet!.rows[0]!.cells).toEqual({ A: '２０', B: '40', C: '1', D: '1', E: '5' });
  });
});
