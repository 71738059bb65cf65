import { formatAmount } from '#lib/model/decimal.ts';
import { wrongRowSums } from '#lib/model/disclosure/row-sums.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import type { WrongSum } from '#lib/model/disclosure/wrong-sum.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { Finding, SheetRule } from './rule.ts';

/** In the tables of the disclosure the columns of each row make their sums. */
export const recRowSum: SheetRule = {
  code: 'rec-row-sum',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '横向合计不符',
  source:
    '收入：合计 = 本年小计 + 上年结转；支出：合计 = 基本 + 项目 + 经营 + 上解 + 补助；按资金性质：合计 = 三本预算之和',
  message: ({ row, column, total, sum, parts }) =>
    `${row}的${column} ${total}，不等于${parts}之和 ${sum}。横向合计不平，请核对这一行是哪一栏填错。`,
  english: {
    title: 'The columns of a row do not make their sum',
    message: ({ row, column, total, sum, parts }) =>
      `“${column}” of “${row}” is ${total}, but “${parts}” make ${sum}. Find the wrong column of this row.`
  },
  examples: {
    bad: '合计 100.00，基本支出 60.00，项目支出 30.00',
    good: '合计 100.00，基本支出 60.00，项目支出 40.00'
  },
  check: (sheet) =>
    // Of 人员经费 and 公用经费 the rule of economic 科目 speaks.
    sheet.form === 'general-public-basic'
      ? []
      : wrongRowSums(sheet).map((wrong) => findingOf(sheet, wrong))
};

function findingOf({ columns }: Sheet, { row, column, printed, sum, parts }: WrongSum): Finding {
  const titleOf = (id: string | undefined) =>
    columns.find((one) => one.id === id)?.title ?? id ?? '';
  const shown = parts.filter((part) => !amountAt(row, part.column ?? '')?.isZero());
  return {
    place: { row: row.id, column },
    values: {
      row: rowName(row),
      column: titleOf(column),
      total: formatAmount(printed),
      sum: formatAmount(sum),
      parts: (shown.length > 0 ? shown : parts).map((part) => titleOf(part.column)).join('、')
    },
    related: parts
  };
}

function rowName(row: Row): string {
  const name = ['code', 'name', 'item', 'expenditureItem'].map((column) => cellText(row, column));
  return name.join('').replace(/\s+/g, '') || '这一行';
}
