import { Decimal, readAmount } from '../decimal.ts';
import { cellText, type Place, type Row } from '../workbook.ts';

/** What tables print for nothing. */
const NOTHING = /^[-−—–－/]*$/;

/** The amount in a cell of a table: zero where it is blank or a dash, null where it cannot be read. */
export function amountAt(row: Row, column: string): Decimal | null {
  const text = cellText(row, column).replace(/\s+/g, '');
  return NOTHING.test(text) ? new Decimal(0) : readAmount(text);
}

/** The sum of a column over some rows; null where one of the amounts cannot be read. */
export function sumOver(rows: readonly Row[], column: string): Decimal | null {
  return addUp(rows.map((row) => amountAt(row, column)));
}

/** The sum of several columns of one row; null where one of the amounts cannot be read. */
export function sumAcross(row: Row, columns: readonly string[]): Decimal | null {
  return addUp(columns.map((column) => amountAt(row, column)));
}

/** The same column of some rows, as places within their sheet. */
export function cellsDown(rows: readonly Row[], column: string): readonly Place[] {
  return rows.map((row) => ({ row: row.id, column }));
}

/** Some columns of one row, as places within their sheet. */
export function cellsAcross(row: Row, columns: readonly string[]): readonly Place[] {
  return columns.map((column) => ({ row: row.id, column }));
}

/** Whether a column of some rows says nothing: blank, a dash or zero in all of them. */
export function isNothing(rows: readonly Row[], column: string): boolean {
  return rows.every((row) => amountAt(row, column)?.isZero() ?? false);
}

function addUp(amounts: readonly (Decimal | null)[]): Decimal | null {
  let sum = new Decimal(0);
  for (const amount of amounts) {
    if (!amount) return null;
    sum = sum.plus(amount);
  }
  return sum;
}
