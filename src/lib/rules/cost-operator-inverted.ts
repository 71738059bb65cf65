import { withOperator } from '#lib/model/target.ts';
import { replaceTarget } from './fix.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { isMoney, WANTED_MORE } from './money-targets.ts';
import type { RowRule } from './rule.ts';

/** A cost target is a ceiling. Rates are not looked at. */
export const costOperatorInverted: RowRule = {
  code: 'cost-operator-inverted',
  severity: 'error',
  scope: 'row',
  title: '成本指标的方向反了',
  source: '成本指标是控制数，用 ≤ 或 =',
  message: ({ target, name }) =>
    `成本指标“${name}”的指标值“${target}”要求花得越多越好，超支反而算完成。成本是上限，请改用 ≤。`,
  english: {
    title: 'Cost with the wrong direction',
    message: ({ target, name }) =>
      `The target “${target}” of the cost “${name}” asks to spend as much as possible, so that overspending would count as success. A cost is a ceiling; use ≤.`
  },
  examples: { bad: '≥5万元', good: '≤5万元' },
  check: (row) => {
    const text = target(row);
    const read = quantitative(row);
    if (!read || !['≥', '>'].includes(read.operator) || measure(row) !== 'cost') return [];
    if (!isMoney(read.unit) || WANTED_MORE.test(wording(row))) return [];
    return [
      {
        place: { column: 'target' },
        values: { target: text, name: nameOf(row) },
        fixes: [replaceTarget(row, withOperator(text, '≤'))]
      }
    ];
  }
};
