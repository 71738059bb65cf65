import type { Row, Sheet, Workbook } from '../workbook.ts';
import { bindFormula } from './bind.ts';
import { isBound, isFormula } from './formula-text.ts';
import { withoutColumns, withoutRows } from './lost-ends.ts';
import { placesIn } from './places.ts';
import { showFormula } from './show.ts';

/** Whether a text that stands in a sheet is calculated: formulas are those of free sheets. */
export function isFormulaIn(kind: Sheet['kind'] | null, text: string): boolean {
  return kind === 'free' && isFormula(text);
}

/** The workbook with the references of its formulas bound. Rows without formulas keep their identity. */
export function bindWorkbook(workbook: Workbook): Workbook {
  if (workbook.sheets.every(({ kind }) => kind !== 'free')) return workbook;
  const places = placesIn(workbook);
  return mapTexts(workbook, (text, { id, kind }) =>
    isFormulaIn(kind, text) ? bindFormula(text, id, places) : text
  );
}

/** The inverse of `bindWorkbook`, by other places where more is known of them than the workbook says. */
export function showWorkbook(bound: Workbook, places = placesIn(bound)): Workbook {
  return mapTexts(bound, (text, { id }) => (isBound(text) ? showFormula(text, id, places) : text));
}

/** A bound workbook whose formulas do without the columns that a sheet is about to lose. */
export function withoutColumnsOf(bound: Workbook, sheet: string, left: Sheet['columns']): Workbook {
  const places = placesIn(bound);
  const kept = new Set(left.map(({ id }) => id));
  if (places.columnsOf(sheet).every(({ id }) => kept.has(id))) return bound;
  return mapTexts(bound, (text) =>
    isBound(text) ? withoutColumns(text, sheet, left, places) : text
  );
}

/** A bound workbook whose ranges do without rows that are about to be deleted. */
export function withoutRowsOf(bound: Workbook, rows: readonly string[]): Workbook {
  const places = placesIn(bound);
  const gone = new Set(rows);
  return mapTexts(bound, (text) => (isBound(text) ? withoutRows(text, gone, places) : text));
}

/** The row with other texts; itself where they are the same. */
export function mapCells(row: Row, change: (text: string) => string): Row {
  const texts = Object.entries(row.cells);
  const changed = texts.map(([column, text]) => [column, change(text)] as const);
  const same = changed.every(([, text], at) => text === texts[at]![1]);
  return same ? row : { ...row, cells: Object.fromEntries(changed) };
}

/** A workbook with the rows and sheets of another one where they read the same. */
export function withIdentityOf(before: Workbook, workbook: Workbook): Workbook {
  const known = new Map(before.sheets.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
  const former = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
  const sheets = workbook.sheets.map((sheet) => {
    const was = former.get(sheet.id);
    if (!was || was === sheet) return sheet;
    const rows = sheet.rows.map((row) => {
      const old = known.get(row.id);
      return old && sameTexts(old, row) ? old : row;
    });
    const sameRows =
      rows.length === was.rows.length && rows.every((row, at) => row === was.rows[at]);
    const kept = { ...sheet, rows: sameRows ? was.rows : rows };
    const names = Object.keys(kept) as (keyof Sheet)[];
    return names.every((name) => kept[name] === was[name]) ? was : kept;
  });
  return { ...workbook, sheets };
}

function sameTexts({ cells: a }: Row, { cells: b }: Row): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

function mapTexts(workbook: Workbook, change: (text: string, sheet: Sheet) => string): Workbook {
  let changed = false;
  const sheets = workbook.sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => mapCells(row, (text) => change(text, sheet)));
    if (rows.every((row, at) => row === sheet.rows[at])) return sheet;
    changed = true;
    return { ...sheet, rows };
  });
  return changed ? { ...workbook, sheets } : workbook;
}
