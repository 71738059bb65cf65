import { setsTime } from './deadline.ts';
import { measure, nameOf, target } from './indicator.ts';
import { holdsNumber } from './number-words.ts';
import type { RowRule } from './rule.ts';

/** A target of 时效 holds a date, a period or a rate. A blank target is not this rule's business. */
export const timeNotMeasurable: RowRule = {
  code: 'time-not-measurable',
  severity: 'error',
  scope: 'row',
  title: '时效指标无法衡量',
  source: '时效指标反映完成的及时程度，应是日期、期限或及时率',
  message: ({ target, name }) =>
    `时效指标“${name}”的指标值“${target}”没有日期、期限或比率，到期无法判断是否按时。请写明完成日期、期限或及时率。`,
  english: {
    title: 'Timeliness that cannot be measured',
    message: ({ target, name }) =>
      `The target “${target}” of the timeliness “${name}” holds no date, period or rate, so nobody can judge whether it was on time. Give the date, the period or the rate.`
  },
  examples: { bad: '及时完成', good: '10月底前' },
  check: (row) => {
    const text = target(row);
    if (text === '' || measure(row) !== 'time') return [];
    if (holdsNumber(text) || setsTime(text)) return [];
    return [{ place: { column: 'target' }, values: { target: text, name: nameOf(row) } }];
  }
};
