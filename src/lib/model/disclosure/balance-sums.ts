import type { Sheet } from '../workbook.ts';
import { balanceSheetOf, type Side } from './balance-sheet.ts';
import { isNothing } from './table-amounts.ts';
import { compareDown, type WrongSum } from './wrong-sum.ts';

/** What of one side of a 收支总表 does not make its sum. */
export interface WrongSide {
  readonly side: Side;
  /** 本年合计 against the list above it, and what is carried over against the list below it. */
  readonly lists: readonly WrongSum[];
  /** The total against 本年合计 and what is carried over. */
  readonly total: readonly WrongSum[];
}

/** The two sides of 收支总表 and 财政拨款收支总表, 收入 first; none for other forms. */
export function wrongBalanceSums(sheet: Sheet): readonly WrongSide[] {
  const balance = balanceSheetOf(sheet);
  return balance ? [balance.income, balance.expenditure].map(checkSide) : [];
}

function checkSide(side: Side): WrongSide {
  const { amounts, listed, sum, carried, carriedList, total } = side;
  const [only, ...more] = carried;
  return {
    side,
    lists: amounts.flatMap((column) => [
      ...(sum && listed.length > 0 ? compareDown(sum, listed, column) : []),
      // What is carried over need not be told apart by its sources.
      ...(only && more.length === 0 && !isNothing(carriedList, column)
        ? compareDown(only, carriedList, column)
        : [])
    ]),
    total: amounts.flatMap((column) =>
      sum && total ? compareDown(total, [sum, ...carried], column) : []
    )
  };
}
