import { formatAmount } from '#lib/model/decimal.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import { balanceSheetOf, type Side } from './balance-sheet.ts';
import type { Finding, SheetRule } from './rule.ts';
import { amountAt, cellsDown, isNothing, sumOver } from './table-amounts.ts';

/** The lists of 收支总表 and 财政拨款收支总表 make their sums, on both sides and in every column. */
export const recExpenditureList: SheetRule = {
  code: 'rec-expenditure-list',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '所列各项之和不等于合计',
  source: '收支总表：所列各类之和 = 本年支出合计，各项收入之和 = 本年收入合计',
  message: ({ what, total, sum }) =>
    `${what} ${total}，所列各项之和是 ${sum}。合计与明细对不上，读者不知道信哪个，请核对合计或漏填的一项。`,
  english: {
    title: 'The items listed do not make their sum',
    message: ({ what, total, sum }) =>
      `“${what}” is ${total}, but the items listed make ${sum}. Readers cannot tell which to believe: check the sum, or find the item that was left out.`
  },
  examples: {
    bad: '各类之和 1210.00，本年支出合计 1200.00',
    good: '各类之和 1200.00，本年支出合计 1200.00'
  },
  check: (sheet) => {
    const balance = balanceSheetOf(sheet);
    return balance ? [...checkSide(balance.income), ...checkSide(balance.expenditure)] : [];
  }
};

function checkSide(side: Side): readonly Finding[] {
  const { amounts, label, listed, sum, carried, carriedList } = side;
  const [only, ...more] = carried;
  return amounts.flatMap((column) => [
    ...(sum && listed.length > 0 ? compare(sum, listed, column, label) : []),
    // What is carried over need not be told apart by its sources.
    ...(only && more.length === 0 && !isNothing(carriedList, column)
      ? compare(only, carriedList, column, label)
      : [])
  ]);
}

function compare(
  whole: Row,
  parts: readonly Row[],
  column: string,
  label: string
): readonly Finding[] {
  const total = amountAt(whole, column);
  const sum = sumOver(parts, column);
  if (!total || !sum || total.eq(sum)) return [];
  return [
    {
      place: { row: whole.id, column },
      values: {
        what: cellText(whole, label).replace(/\s+/g, ''),
        total: formatAmount(total),
        sum: formatAmount(sum)
      },
      related: cellsDown(parts, column)
    }
  ];
}
