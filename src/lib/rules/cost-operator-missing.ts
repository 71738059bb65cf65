import { withOperator } from '#lib/model/target.ts';
import { replaceTarget } from './fix.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { isMoney, WANTED_MORE } from './money-targets.ts';
import type { RowRule } from './rule.ts';

/** An amount under 成本 is a ceiling and says so. */
export const costOperatorMissing: RowRule = {
  code: 'cost-operator-missing',
  severity: 'warning',
  scope: 'row',
  title: '成本指标缺少 ≤',
  source: '成本指标是控制数，用 ≤ 或 =',
  message: ({ target, name }) =>
    `成本指标“${name}”的指标值“${target}”没有 ≤，看不出是上限还是必须花完，自评无法打分。请写成上限。`,
  english: {
    title: 'Cost without ≤',
    message: ({ target, name }) =>
      `The target “${target}” of the cost “${name}” has no ≤, so nobody can tell a ceiling from a sum to be spent, and the self-evaluation cannot score it. Write it as a ceiling.`
  },
  examples: { bad: '50万元', good: '≤50万元' },
  check: (row) => {
    const text = target(row);
    const read = quantitative(row);
    if (!read || read.operator !== '' || measure(row) !== 'cost') return [];
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
