import type { Row } from '#lib/model/workbook.ts';
import { measure, nameOf, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** How much of the money was spent, under the names that papers give it. */
const EXECUTION =
  /执行率|(?:预算|资金|经费|支出|拨付|支付).{0,4}(?:完成率|使用率|支付率|支出率|到位率|及时率|拨付率)/;

/** Whether a cost indicator is the execution rate of the budget by another name. */
export function isExecutionRate(row: Row): boolean {
  return measure(row) === 'cost' && EXECUTION.test(wording(row));
}

/** A cost indicator is not the 预算执行率, which self-evaluation scores apart. */
export const costIsExecutionRate: RowRule = {
  code: 'cost-is-execution-rate',
  severity: 'warning',
  scope: 'row',
  title: '成本指标是预算执行率',
  source: '项目自评中预算执行率单独计 10 分，不再作成本指标',
  message: ({ name, target }) =>
    `成本指标“${name}”（${target}）考核的是钱花没花出去，不是花得省不省。预算执行率自评时单独计 10 分，在这里是重复计分，请改为控制数，如 ≤50万元。`,
  english: {
    title: 'Cost indicator is the execution rate',
    message: ({ name, target }) =>
      `The cost indicator “${name}” (“${target}”) asks whether the money was spent, not whether it was spent sparingly. The execution rate has 10 points of its own in the self-evaluation and would be scored twice; give a ceiling in money instead.`
  },
  examples: { bad: '预算执行率：≥90%', good: '清淤成本：≤50万元' },
  check: (row) =>
    isExecutionRate(row)
      ? [
          {
            place: { column: 'level3' },
            values: { name: nameOf(row), target: target(row) || '空' }
          }
        ]
      : []
};
