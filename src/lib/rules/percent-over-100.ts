import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { HIGH_RATE, LOW_RATE } from './rates.ts';
import type { RowRule } from './rule.ts';

/** A share of people or of work is 100 % at most. */
export const percentOver100: RowRule = {
  code: 'percent-over-100',
  severity: 'error',
  scope: 'cell',
  title: '百分比超过100%',
  source: '满意度、完成率、合格率是部分占全部的比例',
  message: ({ target, name }) =>
    `“${name}”的指标值是“${target}”，超过了 100%。部分不会多于全部，这个目标永远达不到，请核对后改正。`,
  english: {
    title: 'Percent above 100',
    message: ({ target, name }) =>
      `The target of “${name}” is “${target}”, above 100%. A part is never more than the whole and the target cannot be reached; check and correct it.`
  },
  examples: { bad: '≥950%', good: '≥95%' },
  check: (row) => {
    const read = quantitative(row);
    if (!read?.unit.startsWith('%') || read.number.lt(100)) return [];
    if (read.number.eq(100) && read.operator !== '>') return [];
    const name = wording(row);
    if (LOW_RATE.test(name) || (measure(row) !== 'satisfaction' && !HIGH_RATE.test(name)))
      return [];
    return [{ place: { column: 'target' }, values: { target: target(row), name: nameOf(row) } }];
  }
};
