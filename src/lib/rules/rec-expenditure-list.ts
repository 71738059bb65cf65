import { formatAmount } from '#lib/model/decimal.ts';
import { wrongBalanceSums } from '#lib/model/disclosure/balance-sums.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { SheetRule } from './rule.ts';

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
  check: (sheet) =>
    wrongBalanceSums(sheet).flatMap(({ side, lists }) =>
      lists.map(({ row, column, printed, sum, parts }) => ({
        place: { row: row.id, column },
        values: {
          what: cellText(row, side.label).replace(/\s+/g, ''),
          total: formatAmount(printed),
          sum: formatAmount(sum)
        },
        related: parts
      }))
    )
};
