import { formatAmount } from '#lib/model/decimal.ts';
import { balanceSheetOf, type BalanceSheet } from '#lib/model/disclosure/balance-sheet.ts';
import { wrongBalanceSums } from '#lib/model/disclosure/balance-sums.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import type { WrongSum } from '#lib/model/disclosure/wrong-sum.ts';
import type { Finding, SheetRule } from './rule.ts';

/**
 * 收支总表 and 财政拨款收支总表 balance: this year's sum and what is carried over make the total, on both
 * sides, and the two totals are equal.
 */
export const recTotalBalance: SheetRule = {
  code: 'rec-total-balance',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '收支不平衡',
  source:
    '《预算法》收支平衡：本年收入合计 + 上年结转 = 收入总计 = 支出总计 = 本年支出合计 + 年终结转',
  message: ({ what, total, parts, sum }) =>
    `${what} ${total}，不等于${parts} ${sum}。收支总表不平，后面各表都无从核对，请查是哪个数错了。`,
  english: {
    title: 'Income and expenditure do not balance',
    message: ({ what, total, parts, sum }) =>
      `“${what}” is ${total}, but “${parts}” is ${sum}. No other table can be verified against one that does not balance: find the wrong figure.`
  },
  examples: {
    bad: '收入总计 1200.00，支出总计 1210.00',
    good: '收入总计 1200.00，支出总计 1200.00'
  },
  check: (sheet) => {
    const balance = balanceSheetOf(sheet);
    if (!balance) return [];
    const [income, expenditure] = wrongBalanceSums(sheet);
    return [
      ...findingsOf(income?.total, '收入总计', '本年收入合计与上年结转之和'),
      ...findingsOf(expenditure?.total, '支出总计', '本年支出合计与年终结转之和'),
      ...compareTotals(balance)
    ];
  }
};

function findingsOf(
  wrong: readonly WrongSum[] = [],
  what: string,
  parts: string
): readonly Finding[] {
  return wrong.map(({ row, column, printed, sum, parts: added }) => ({
    place: { row: row.id, column },
    values: { what, total: formatAmount(printed), parts, sum: formatAmount(sum) },
    related: added
  }));
}

function compareTotals({ income, expenditure }: BalanceSheet): readonly Finding[] {
  const [incomeColumn] = income.amounts;
  const [expenditureColumn] = expenditure.amounts;
  if (!income.total || !expenditure.total || !incomeColumn || !expenditureColumn) return [];
  const received = amountAt(income.total, incomeColumn);
  const spent = amountAt(expenditure.total, expenditureColumn);
  if (!received || !spent || received.eq(spent)) return [];
  return [
    {
      place: { row: income.total.id },
      values: {
        what: '收入总计',
        total: formatAmount(received),
        parts: '支出总计',
        sum: formatAmount(spent)
      },
      related: [
        { row: income.total.id, column: incomeColumn },
        { row: expenditure.total.id, column: expenditureColumn }
      ]
    }
  ];
}
