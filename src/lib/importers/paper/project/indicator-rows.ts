import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import { measureOf } from '#lib/model/forms.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Row } from '#lib/model/workbook.ts';
import { columnOf, holdsTitles, readColumnTitles, type ColumnOrder } from './indicator-columns.ts';
import type { Ledger } from '../ledger.ts';
import { filledCells, type PrintedCell, type PrintedRow } from '../layouts/printed-row.ts';
import { wholeRows } from './whole-rows.ts';

/** Indicators as printed, and the line that each begins on. */
export interface PrintedIndicators {
  readonly rows: readonly Row[];
  readonly lineOf: ReadonlyMap<string, number>;
}

/**
 * Reads the rows below the column titles as indicators, cells as printed, a merged first level still
 * blank. Rows that are no indicators are said to have no place.
 * @param sheet the id of the sheet the notes speak of
 */
export function readIndicators(
  columns: ColumnOrder,
  rows: readonly PrintedRow[],
  sheet: string,
  ids: IdSource,
  ledger: Ledger
): PrintedIndicators {
  const lineOf = new Map<string, number>();
  const indicators = wholeRows(columns.length, rows, sheet, ledger).flatMap((printed) => {
    if (readColumnTitles(printed)) {
      recogniseTitles(printed, sheet, ledger);
      return [];
    }
    const byColumn = assign(columns, printed);
    if (!isIndicator(byColumn)) {
      for (const { line, text } of filledCells(printed)) ledger.leave(line, text, { sheet });
      return [];
    }
    const row = { id: ids(), cells: textsOf(byColumn) };
    lineOf.set(row.id, printed[0]!.line);
    accountFor(printed, byColumn, { sheet, row: row.id }, ledger);
    noteMissing(columns, printed, { sheet, row: row.id }, ledger);
    return [row];
  });
  return { rows: indicators, lineOf };
}

/** Titles of columns that the form does not have are said to have no place, as their cells are. */
function recogniseTitles(titles: PrintedRow, sheet: string, ledger: Ledger): void {
  for (const { text, line } of titles) {
    if (holdsTitles(text)) {
      ledger.note('repaired', line, `连在一格里的栏名“${text}”已分到各栏。`, { sheet });
    } else if (text !== '' && columnOf(text) === null) {
      ledger.leave(line, text, { sheet });
      continue;
    }
    ledger.recognise(line);
  }
}

type ByColumn = ReadonlyMap<string, PrintedCell>;
type RowPlace = { readonly sheet: string; readonly row: string };

/**
 * Which column each filled cell belongs to, by its position. Where the blank columns of a row stand
 * elsewhere than those of the titles, and it has exactly a text for each column, order decides.
 */
function assign(columns: ColumnOrder, row: PrintedRow): ByColumn {
  const known = columns.filter((column) => column !== null);
  const filled = filledCells(row);
  const shifted = row.some(({ text }, position) => text !== '' && !columns[position]);
  const firstColumn = row[0]?.text === '' ? 1 : 0;
  if (shifted && filled.length === known.length - firstColumn) {
    return new Map(filled.map((cell, order) => [known[order + firstColumn]!, cell]));
  }
  return new Map(
    row.flatMap((cell, position) => {
      const column = columns[position];
      return column && cell.text !== '' ? [[column, cell] as const] : [];
    })
  );
}

/** A row with a level, or with most of its columns filled; page numbers and stray lines are neither. */
function isIndicator(byColumn: ByColumn): boolean {
  const text = (column: string) => byColumn.get(column)?.text ?? '';
  return measureOf(text('level1'), text('level2')) !== null || byColumn.size >= 3;
}

function textsOf(byColumn: ByColumn): Record<string, string> {
  return Object.fromEntries(INDICATOR_COLUMNS.map(({ id }) => [id, byColumn.get(id)?.text ?? '']));
}

/** Every filled cell is either placed or, where no column is printed for it, said to have no place. */
function accountFor(row: PrintedRow, byColumn: ByColumn, place: RowPlace, ledger: Ledger): void {
  const placed = new Set(byColumn.values());
  ledger.place(...row.map(({ line }) => line));
  for (const cell of filledCells(row)) {
    if (!placed.has(cell)) ledger.leave(cell.line, cell.text, place);
  }
}

function noteMissing(columns: ColumnOrder, row: PrintedRow, place: RowPlace, ledger: Ledger): void {
  const missing = INDICATOR_COLUMNS.filter(({ id }) => columns.indexOf(id) >= row.length);
  if (missing.length === 0) return;
  const titles = missing.map(({ title }) => title).join('、');
  ledger.note('unknown', row[0]!.line, `这一行在原文中不完整，缺${titles}，留空。`, place);
}
