import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { HIGH_RATE, LOW_RATE } from './rates.ts';
import type { RowRule } from './rule.ts';

/** Below this a satisfaction or completion rate is a slip of the keyboard (catalogue of rules, D). */
const LOWEST = 50;

/** A rate that is close to 100 % by nature is not asked to be at least a few percent. */
export const percentImplausible: RowRule = {
  code: 'percent-implausible',
  severity: 'error',
  scope: 'cell',
  title: '百分比低得不合常理',
  source: '满意度、完成率、合格率低于 50% 多为漏写数字，如 ≥91% 写成 ≥1%',
  message: ({ target, name }) =>
    `“${name}”的指标值是“${target}”，低于 50%。这样的目标等于没有要求，多半是漏写了数字，请核对后改正，一般在 90% 以上。`,
  english: {
    title: 'Percent implausibly low',
    message: ({ target, name }) =>
      `The target of “${name}” is “${target}”, below 50%. Such a target asks for nothing, and most likely a digit is missing; check it, 90% and more being usual.`
  },
  examples: { bad: '≥1%', good: '≥91%' },
  check: (row) => {
    const text = target(row);
    const read = quantitative(row);
    if (!read?.unit.startsWith('%') || !['≥', '>'].includes(read.operator)) return [];
    if (!read.number.lt(LOWEST)) return [];
    const name = wording(row);
    if (LOW_RATE.test(name) || (measure(row) !== 'satisfaction' && !HIGH_RATE.test(name)))
      return [];
    return [{ place: { column: 'target' }, values: { target: text, name: nameOf(row) } }];
  }
};
