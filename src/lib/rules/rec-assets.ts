import { formatAmount } from '#lib/model/decimal.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import type { SheetRule } from './rule.ts';
import { amountAt, cellsDown, sumOver } from './table-amounts.ts';

const TOTAL = /^(?:固定)?资产(?:总额|合计|总计)$|^(?:合计|总计)$/;
const PART = /^其中/;
const NUMBERED = /^(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}、)/;

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
  check: ({ form, rows }) => {
    if (form !== 'assets') return [];
    const total = rows.find((row) => TOTAL.test(itemOf(row)));
    const value = total && amountAt(total, 'value');
    const classes = rows.filter((row) => !TOTAL.test(itemOf(row)) && !PART.test(itemOf(row)));
    const numbered = classes.filter((row) => NUMBERED.test(itemOf(row)));
    const sum = sumOver(classes, 'value');
    if (!total || !value || !sum || classes.length === 0 || value.eq(sum)) return [];
    if (numbered.length > 0 && sumOver(numbered, 'value')?.eq(value)) return [];
    return [
      {
        place: { row: total.id, column: 'value' },
        values: { total: formatAmount(value), sum: formatAmount(sum) },
        related: cellsDown(classes, 'value')
      }
    ];
  }
};

function itemOf(row: Row): string {
  return cellText(row, 'item').replace(/\s+/g, '');
}
