import { newColumns } from '#lib/model/column-name.ts';
import { createSheet } from '#lib/model/create.ts';
import { measureOf } from '#lib/model/forms.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { readColumnTitles } from '../project/indicator-columns.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { noteMendedCells } from '../project/mended-cells.ts';
import { isBlank, type Line } from '../lines.ts';
import { filledCells, placeWrapped, type PrintedRow } from '../layouts/printed-row.ts';
import type { UnknownTable } from './unknown-tables.ts';

/** More columns than a sheet of Excel has (ECMA-376: XFD) are no table; what is beyond has no place. */
const MOST_COLUMNS = 16_384;

/** Where a free sheet belongs and what it is called; its own title goes before this one. */
export type FreePlace = Pick<Sheet, 'number' | 'title' | 'path'>;

/** Reads a table that no form claims into a free sheet, every cell where it stands. */
export function readFreeTable(
  table: UnknownTable,
  place: FreePlace,
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const id = ids();
  const rows = withoutBlankEnd(table.layout.rows(table.rows), table.rows);
  const width = Math.min(Math.max(...rows.map(filledWidth)), MOST_COLUMNS);
  const columns = newColumns([], width);
  const [titleLine] = table.head;
  const sheet = createSheet('free', {
    id,
    ...place,
    ...(titleLine && { number: '', title: cleanText(titleLine.text) }),
    columns,
    rows: rows.map((row) => ({
      id: ids(),
      cells: Object.fromEntries(columns.map((column, at) => [column.id, row[at]?.text ?? '']))
    })),
    note: table.notes.map(({ text }) => cleanText(text)).join('\n')
  });
  accountFor(table, rows, width, id, ledger);
  if (table.rows[0]!.row) {
    const lines = rows.map((row) => row[0]?.line ?? 0);
    ledger.stand({ sheet: id, rows: lines, columns: columns.map((_, at) => at), fields: [] });
  }
  noteTable(table.rows, rows, sheet, ledger);
  return sheet;
}

/** Blank rows at the end are left out, unless the file itself says that they are rows. */
function withoutBlankEnd(rows: readonly PrintedRow[], lines: readonly Line[]): PrintedRow[] {
  if (lines[0]!.row) return [...rows];
  return rows.slice(0, rows.findLastIndex((row) => filledCells(row).length > 0) + 1);
}

function filledWidth(row: PrintedRow): number {
  return row.findLastIndex(({ text }) => text !== '') + 1;
}

function accountFor(
  { head, notes }: UnknownTable,
  rows: readonly PrintedRow[],
  width: number,
  sheet: string,
  ledger: Ledger
): void {
  ledger.recognise(...head.map(({ number }) => number));
  ledger.place(...notes.map(({ number }) => number));
  for (const row of rows) {
    for (const { line } of row) ledger.place(line);
    for (const { line, text } of filledCells(row.slice(width))) ledger.leave(line, text, { sheet });
  }
  placeWrapped(rows, ledger);
}

function noteTable(
  lines: readonly Line[],
  rows: readonly PrintedRow[],
  sheet: Sheet,
  ledger: Ledger
): void {
  const line = lines.find((line) => !isBlank(line))!.number;
  const place = { sheet: sheet.id };
  const size = `${sheet.rows.length} 行 ${sheet.columns.length} 列`;
  ledger.note(
    'recognised',
    line,
    `表格“${sheet.title}”不是已知的表，照原样存为自由表，${size}。`,
    place
  );
  if (isFragment(rows)) {
    const text = '这张绩效表在原文中残缺，缺表头和部分单元格；印出来的都照原样保留，缺的无法得知。';
    ledger.note('unknown', line, text, place);
  }
  noteMendedCells(rows, line, sheet.id, ledger);
}

/** Whether rows are indicators whose column titles are lost. */
function isFragment(rows: readonly PrintedRow[]): boolean {
  const levels = rows.filter(
    (row) => /指标$/.test(row[0]?.text ?? '') && measureOf(row[0]!.text, '')
  );
  return levels.length > 0 && !rows.some((row) => readColumnTitles(row) !== null);
}
