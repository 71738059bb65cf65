import { readAmount } from '#lib/model/decimal.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { holdsAmounts, readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/** The year ends at 100 %. Silent where the year's end is blank and where the plan holds amounts. */
export const planYearEndNot100: FieldRule = {
  code: 'plan-year-end-not-100',
  severity: 'error',
  scope: 'field',
  title: '12月底未达100%',
  source: '资金支出计划为累计数，年底应支出全部预算',
  message: ({ plan }) =>
    `12月底的累计支出计划是 ${plan}，应为 100%。年底不到或超过 100% 等于安排的资金有结余或超支，请核对。`,
  english: {
    title: 'Spending plan does not end at 100%',
    message: ({ plan }) =>
      `The cumulative spending plan ends the year at “${plan}” instead of 100%. Less than 100% leaves money over, more overspends it; check the value.`
  },
  examples: { bad: '12月底 95%', good: '12月底 100%' },
  check: (header) => {
    const plan = readPlan(header);
    const { text = '', number } = plan.at(-1) ?? {};
    if (text === '' || number?.eq(100)) return [];
    if (holdsAmounts(plan, readAmount(fieldText(header, 'budget')))) return [];
    return [{ place: { field: 'planDecember' }, values: { plan: text } }];
  }
};
