import { formatAmount } from '#lib/model/decimal.ts';
import { wrongAssetSums } from '#lib/model/disclosure/asset-sums.ts';
import type { SheetRule } from './rule.ts';

/**
 * In 固定资产占用情况表 the classes make the total; 其中 is not added. Where some rows are numbered, the
 * others may be parts of them, so either reading is accepted.
 */
export const recAssets: SheetRule = {
  code: 'rec-assets',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '资产总额不等于各类之和',
  source: '国有资产占用情况：资产总额 = 各类资产价值之和，其中数不重复计算',
  message: ({ total, sum }) =>
    `资产总额 ${total}，各类资产之和是 ${sum}。资产数要与资产年报一致，请核对是哪一类填错或漏列。`,
  english: {
    title: 'The assets do not make their total',
    message: ({ total, sum }) =>
      `The total is ${total}, but the classes make ${sum}. It has to agree with the annual report of assets: find the wrong or missing class.`
  },
  examples: {
    bad: '资产总额 100.00，各类之和 90.00',
    good: '资产总额 100.00，各类之和 100.00'
  },
  check: (sheet) =>
    wrongAssetSums(sheet).map(({ row, column, printed, sum, parts }) => ({
      place: { row: row.id, column },
      values: { total: formatAmount(printed), sum: formatAmount(sum) },
      related: parts
    }))
};
