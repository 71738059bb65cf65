import { formatAmount } from '#lib/model/decimal.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { Finding, SheetRule } from './rule.ts';
import { amountAt, cellsAcross, sumAcross } from './table-amounts.ts';

/** A column that is the sum of others. */
interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

const THREE_FUNDS = ['generalPublic', 'governmentFund', 'stateCapital'];
const BASIC_PROJECT: Sum = { whole: 'total', parts: ['basic', 'project'] };
const FUNDS: Sum = { whole: 'total', parts: THREE_FUNDS };

/** The sums across each form. */
const SUMS: Readonly<Record<string, readonly Sum[]>> = {
  income: [
    { whole: 'total', parts: ['subtotal', 'carriedOver'] },
    {
      whole: 'subtotal',
      parts: [
        'fiscal',
        'fiscalAccount',
        'business',
        'operating',
        'superiorGrant',
        'subordinateRemittance',
        'other'
      ]
    }
  ],
  expenditure: [
    { whole: 'total', parts: ['basic', 'project', 'operating', 'toSuperior', 'toSubordinate'] }
  ],
  'general-public-expenditure': [BASIC_PROJECT],
  'government-fund': [BASIC_PROJECT],
  'state-capital': [BASIC_PROJECT],
  'fiscal-appropriation': [FUNDS],
  'three-public': [FUNDS]
};

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
  check: (sheet) => {
    const sums = Object.hasOwn(SUMS, sheet.form) ? SUMS[sheet.form] : undefined;
    return sums?.flatMap((sum) => sheet.rows.flatMap((row) => checkRow(sheet, row, sum))) ?? [];
  }
};

function checkRow({ columns }: Sheet, row: Row, { whole, parts }: Sum): readonly Finding[] {
  const total = amountAt(row, whole);
  const sum = sumAcross(row, parts);
  if (!total || !sum || total.eq(sum)) return [];
  const titleOf = (column: string) => columns.find(({ id }) => id === column)?.title ?? column;
  const shown = parts.filter((part) => !amountAt(row, part)?.isZero());
  return [
    {
      place: { row: row.id, column: whole },
      values: {
        row: rowName(row),
        column: titleOf(whole),
        total: formatAmount(total),
        sum: formatAmount(sum),
        parts: (shown.length > 0 ? shown : parts).map(titleOf).join('、')
      },
      related: cellsAcross(row, parts)
    }
  ];
}

function rowName(row: Row): string {
  const name = ['code', 'name', 'item', 'expenditureItem'].map((column) => cellText(row, column));
  return name.join('').replace(/\s+/g, '') || '这一行';
}
