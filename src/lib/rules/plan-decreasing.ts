import { fieldTitle } from '#lib/model/fields.ts';
import { readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/** A cumulative plan never falls from one date to the next; blank dates are passed over. */
export const planDecreasing: FieldRule = {
  code: 'plan-decreasing',
  severity: 'error',
  scope: 'field',
  title: '支出计划前后倒挂',
  source: '资金支出计划为累计数：3月底 ≤ 6月底 ≤ 10月底 ≤ 12月底',
  message: ({ date, plan, earlierDate, earlierPlan }) =>
    `${date}的累计支出计划 ${plan} 小于${earlierDate}的 ${earlierPlan}。支出计划是累计数，只增不减，请核对这两个时点。`,
  english: {
    title: 'Cumulative spending plan falls',
    message: ({ date, plan, earlierDate, earlierPlan }) =>
      `The cumulative spending plan at “${date}” is “${plan}”, less than “${earlierPlan}” at “${earlierDate}”. A cumulative plan never falls; check the two dates.`
  },
  examples: { bad: '25% 50% 40% 100%', good: '25% 50% 75% 100%' },
  check: (header) => {
    const steps = readPlan(header).filter(({ number }) => number !== null);
    return steps.flatMap(({ field, number, text }, at) => {
      const earlier = steps[at - 1];
      if (!earlier?.number || !number?.lt(earlier.number)) return [];
      return [
        {
          place: { field },
          values: {
            date: fieldTitle('project', field),
            plan: text,
            earlierDate: fieldTitle('project', earlier.field),
            earlierPlan: earlier.text
          },
          related: [{ field: earlier.field }]
        }
      ];
    });
  }
};
