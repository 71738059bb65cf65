import { cellText } from '#lib/model/workbook.ts';
import { isExecutionRate } from './cost-is-execution-rate.ts';
import { measure, nameOf, target } from './indicator.ts';
import { holdsNumber } from './number-words.ts';
import type { RowRule } from './rule.ts';

/** Costs of the 2021 form that are borne by others, and often said in words. */
const NOT_IN_MONEY = /社会成本|环境成本/;

/** The target of a cost holds an amount. A blank target is not this rule's business. */
export const costNotNumeric: RowRule = {
  code: 'cost-not-numeric',
  severity: 'error',
  scope: 'row',
  title: '成本指标没有金额',
  source: '成本指标是控制数，应当量化',
  message: ({ target, name }) =>
    `成本指标“${name}”的指标值“${target}”里没有金额，控制不住成本，年底也无法对照。请填上限金额，如 ≤50万元。`,
  english: {
    title: 'Cost without an amount',
    message: ({ target, name }) =>
      `The target “${target}” of the cost “${name}” holds no amount, so it neither limits the cost nor can be compared at the end of the year. Give a ceiling in money.`
  },
  examples: { bad: '控制在预算内', good: '≤50万元' },
  check: (row) => {
    const text = target(row);
    if (text === '' || measure(row) !== 'cost' || holdsNumber(text)) return [];
    if (isExecutionRate(row) || NOT_IN_MONEY.test(cellText(row, 'level2'))) return [];
    return [{ place: { column: 'target' }, values: { target: text, name: nameOf(row) } }];
  }
};
