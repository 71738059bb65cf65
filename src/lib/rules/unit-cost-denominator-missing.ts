import { moneyUnit } from '#lib/model/target.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** Words for the price of one, and of what. */
const PRICE_OF_ONE = /(人|户|亩|村)均|每(?:一)?(人|户|台|部|辆|条|次|件|套|个|亩|平方米|公里|课时)/;

/** A name with such words speaks of the whole. */
const TOTAL = /总|合计|共/;

/** The price of one says of what in its unit. */
export const unitCostDenominatorMissing: RowRule = {
  code: 'unit-cost-denominator-missing',
  severity: 'warning',
  scope: 'cell',
  title: '单位成本没有写明单位',
  source: '单位成本的计量单位应写全，如 元/人',
  message: ({ target, name, counted }) =>
    `“${name}”说的是每一${counted}的成本，指标值“${target}”读起来却像总额，与预算数也对不上。请写成“…/${counted}”。`,
  english: {
    title: 'Unit cost reads as a total',
    message: ({ target, name, counted }) =>
      `“${name}” is the cost of each “${counted}”, but the target “${target}” reads as a total and cannot be compared with the budget. Write the unit in full, with “/${counted}”.`
  },
  examples: { bad: '人均培训费用：≤40元', good: '人均培训费用：≤40元/人' },
  check: (row) => {
    const read = quantitative(row);
    if (!read || measure(row) !== 'cost' || !moneyUnit(read.unit)) return [];
    const name = wording(row);
    const [, mean, each] = PRICE_OF_ONE.exec(name) ?? [];
    const counted = mean ?? each;
    if (counted === undefined || TOTAL.test(name)) return [];
    return [
      {
        place: { column: 'target' },
        values: { target: target(row), name: nameOf(row), counted }
      }
    ];
  }
};
