import { formatAmount } from '#lib/model/decimal.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import { figuresOf } from './figures.ts';
import type { Finding, RuleContext, WorkbookRule } from './rule.ts';
import { totalOf } from './table-cell.ts';

const LABEL = /机关运行(?:经费|费)(?:支出)?$/;

/** Where the explanation states 机关运行经费, it is the 公用经费 of 基本支出表. */
export const recYunxing: WorkbookRule = {
  code: 'rec-yunxing',
  severity: 'warning',
  scope: 'workbook',
  title: '机关运行经费与公用经费不符',
  source: '机关运行经费：行政单位和参公单位使用一般公共预算安排的基本支出中的日常公用经费',
  message: ({ amount, other }) =>
    `说明中机关运行经费 ${amount}万元，基本支出表公用经费合计 ${other}。两者口径相同，请核对，或说明不同的原因。`,
  english: {
    title: 'Operating expenses differ from public expenses',
    message: ({ amount, other }) =>
      `The explanation gives ${amount} (10,000 yuan) for operating expenses, the basic expenditure has ${other} of public expenses. Both mean the same: check them, or say why they differ.`
  },
  examples: {
    bad: '机关运行经费共计安排200.00万元（公用经费 201.58）',
    good: '机关运行经费共计安排201.58万元（公用经费 201.58）'
  },
  check: (workbook, context) =>
    disclosureSetsOf(workbook).flatMap((set) =>
      set.texts.flatMap((sheet) => checkText(sheet, set, context))
    )
};

function checkText(
  sheet: Sheet,
  { tables }: DisclosureSet,
  { year }: RuleContext
): readonly Finding[] {
  return figuresOf(sheet).flatMap((figure) => {
    const isStated = figure.tells === 'amount' && LABEL.test(figure.label);
    if (!isStated || (figure.year !== null && figure.year !== year)) return [];
    const spent = totalOf(tables.get('general-public-basic'), 'public');
    if (!spent || spent.amount.eq(figure.amount)) return [];
    return [
      {
        place: { sheet: sheet.id, field: 'body', range: figure.range },
        values: { amount: formatAmount(figure.amount), other: formatAmount(spent.amount) },
        related: [spent.place]
      }
    ];
  });
}
