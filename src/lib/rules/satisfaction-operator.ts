import { withOperator } from '#lib/model/target.ts';
import { replaceTarget } from './fix.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** What is better the less there is of it. */
const WANTED_LESS = /不满意|投诉|差评/;

/** Says in words what ≥ says. */
const OR_MORE = /以上$/;

/** Below this ≥ would make an implausible target of the percent, which another rule reports. */
const LOWEST = 50;

/** A satisfaction is asked to be at least so high; all of them, 100 %, needs no operator. */
export const satisfactionOperator: RowRule = {
  code: 'satisfaction-operator',
  severity: 'warning',
  scope: 'cell',
  title: '满意度没有用 ≥',
  source: '满意度越高越好，用 ≥ 表示最低要求',
  message: ({ target, name }) =>
    `“${name}”的指标值“${target}”没有用 ≥。满意度是最低要求，正好等于或越低越好都说不通，请改用 ≥。`,
  english: {
    title: 'Satisfaction without ≥',
    message: ({ target, name }) =>
      `The target “${target}” of “${name}” does not use ≥. A satisfaction is the least that is asked for; exactly so much, or the less the better, makes no sense. Use ≥.`
  },
  examples: { bad: '90%', good: '≥90%' },
  check: (row) => {
    const text = target(row);
    const read = quantitative(row);
    if (!read || ['≥', '>'].includes(read.operator) || measure(row) !== 'satisfaction') return [];
    if (WANTED_LESS.test(wording(row))) return [];
    if (read.operator === '' && OR_MORE.test(read.unit)) return [];
    const isPercent = read.unit.startsWith('%');
    if (isPercent && read.number.eq(100) && ['', '='].includes(read.operator)) return [];
    const isPlausible = !isPercent || read.number.gte(LOWEST);
    return [
      {
        place: { column: 'target' },
        values: { target: text, name: nameOf(row) },
        fixes: isPlausible ? [replaceTarget(row, withOperator(text, '≥'))] : []
      }
    ];
  }
};
