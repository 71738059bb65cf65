import { Decimal } from '#lib/model/decimal.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { cellText, type Place, type Row, type Sheet } from '#lib/model/workbook.ts';

/** An amount of a table and where it stands. */
export interface TableAmount {
  readonly amount: Decimal;
  readonly place: Place;
}

/** The amount of a cell; null where there is no such row, or the amount cannot be read. */
export function amountOf(
  sheet: Sheet | undefined,
  row: Row | undefined,
  column: string
): TableAmount | null {
  const amount = row && amountAt(row, column);
  return sheet && amount ? { amount, place: { sheet: sheet.id, row: row.id, column } } : null;
}

/**
 * The amount of the row 合计 in a table by 科目. A table without any filled row is zero as a whole, and
 * its place is the table; null where it has rows, but no one row 合计.
 */
export function totalOf(sheet: Sheet | undefined, column: string): TableAmount | null {
  if (!sheet) return null;
  const total = subjectsOf(sheet.rows)?.total;
  if (total) return amountOf(sheet, total, column);
  const isEmpty = sheet.rows.every((row) =>
    sheet.columns.every(({ id }) => cellText(row, id).trim() === '')
  );
  return isEmpty ? { amount: new Decimal(0), place: { sheet: sheet.id } } : null;
}

/** The amount of a 科目; null where the table does not list it. */
export function subjectAmount(
  sheet: Sheet | undefined,
  code: string,
  column: string
): TableAmount | null {
  return amountOf(sheet, sheet && subjectsOf(sheet.rows)?.byCode.get(code)?.row, column);
}
