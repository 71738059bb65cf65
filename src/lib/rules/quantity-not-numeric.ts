import { measure, nameOf, target } from './indicator.ts';
import { holdsNumber } from './number-words.ts';
import type { RowRule } from './rule.ts';

/** The target of a quantity holds a number. A blank target is not this rule's business. */
export const quantityNotNumeric: RowRule = {
  code: 'quantity-not-numeric',
  severity: 'error',
  scope: 'row',
  title: '数量指标没有数字',
  source: '数量指标反映产出的数量，应当量化',
  message: ({ target, name }) =>
    `数量指标“${name}”的指标值“${target}”里没有数字，说不清要完成多少，年底无法对照。请填数字和单位，如 ≥12次。`,
  english: {
    title: 'Quantity without a number',
    message: ({ target, name }) =>
      `The target “${target}” of the quantity “${name}” holds no number, so nobody can say how much is to be done. Give a number and a unit.`
  },
  examples: { bad: '按计划开展', good: '≥12次' },
  check: (row) => {
    const text = target(row);
    if (text === '' || holdsNumber(text) || measure(row) !== 'quantity') return [];
    return [{ place: { column: 'target' }, values: { target: text, name: nameOf(row) } }];
  }
};
