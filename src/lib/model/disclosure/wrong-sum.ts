import type { Decimal } from '../decimal.ts';
import type { Place, Row } from '../workbook.ts';
import { amountAt, cellsAcross, cellsDown, sumAcross, sumOver } from './table-amounts.ts';

/** A cell of a table that is printed as a sum and is another amount. In the unit of the table. */
export interface WrongSum {
  readonly row: Row;
  readonly column: string;
  readonly printed: Decimal;
  /** What the parts make. */
  readonly sum: Decimal;
  /** The cells that were added up, as places within their sheet. */
  readonly parts: readonly Place[];
}

/** Compares a cell with the same column of some rows; none where they agree or one cannot be read. */
export function compareDown(row: Row, parts: readonly Row[], column: string): readonly WrongSum[] {
  const printed = amountAt(row, column);
  const sum = sumOver(parts, column);
  if (!printed || !sum || printed.eq(sum)) return [];
  return [{ row, column, printed, sum, parts: cellsDown(parts, column) }];
}

/** Compares a cell with other columns of its row; none where they agree or one cannot be read. */
export function compareAcross(
  row: Row,
  column: string,
  parts: readonly string[]
): readonly WrongSum[] {
  const printed = amountAt(row, column);
  const sum = sumAcross(row, parts);
  if (!printed || !sum || printed.eq(sum)) return [];
  return [{ row, column, printed, sum, parts: cellsAcross(row, parts) }];
}
