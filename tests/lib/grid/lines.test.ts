import { describe, expect, it } from 'vitest';
import { FORM_COLUMNS, PROJECT_COLUMN } from '#lib/grid/columns.ts';
import { isRepeated, lineText, linesOf } from '#lib/grid/lines.ts';
import { columnWidths, rowHeight } from '#lib/grid/row-height.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { disclosureSheet, smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();
const sheets = workbook.sheets.slice(1);

describe('lines', () => {
  it('print a first level once per run and again in the next sheet', () => {
    expect(linesOf(sheets).map(({ continues }) => continues)).toEqual([
      false,
      true,
      false,
      false,
      true,
      false
    ]);
  });

  it('know the sums of a table that has any', () => {
    const [incomes] = workbookOfAllKinds().sheets;
    expect(linesOf([incomes!]).map(({ total }) => total)).toEqual([false, false, true]);
  });

  it('name the project of their sheet with its number, once per sheet', () => {
    const lines = linesOf(sheets);
    expect(lineText(lines[0]!, PROJECT_COLUMN)).toBe('1.河道清淤专项经费');
    expect(lines.map((line) => isRepeated(line, PROJECT_COLUMN))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true
    ]);
  });

  it('show the 项目支出 of a disclosure table as it is typed', () => {
    const row = ['213', '农林水支出', '90.00', '60.00', '30.00'];
    const [line] = linesOf([disclosureSheet('d1', 'general-public-expenditure', [row])]);
    expect(lineText(line!, 'project')).toBe('30.00');
  });

  it('are the same objects where nothing changed', () => {
    const before = linesOf(sheets);
    const edited = applyEdit(workbook, {
      label: '',
      changes: [{ do: 'cell', row: 'p1-r2', column: 'target', text: '≥99%' }]
    });
    const after = linesOf(edited.sheets.slice(1), before);
    expect(after.map((line, at) => line === before[at])).toEqual([
      true,
      false,
      true,
      true,
      true,
      true
    ]);
  });
});

describe('the size of a row', () => {
  const widths = columnWidths(FORM_COLUMNS, 900);

  it('is 28 pixels where every text fits on one line, and 20 more for each further line', () => {
    const [line] = linesOf(sheets);
    expect(rowHeight(line!, FORM_COLUMNS, widths)).toBe(28);
    const long = { ...line!, row: { id: 'x', cells: { description: '长'.repeat(40) } } };
    expect((rowHeight(long, FORM_COLUMNS, widths) - 28) % 20).toBe(0);
    expect(rowHeight(long, FORM_COLUMNS, widths)).toBeGreaterThan(28);
  });

  it('counts the line breaks of a text', () => {
    const line = { ...linesOf(sheets)[0]!, row: { id: 'x', cells: { basis: '一\n二\n三' } } };
    expect(rowHeight(line, FORM_COLUMNS, widths)).toBe(68);
  });

  it('shares all the width there is, and never less than each column needs', () => {
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(900);
    expect(columnWidths(FORM_COLUMNS, 100)).toEqual(FORM_COLUMNS.map(({ least }) => least));
  });
});
