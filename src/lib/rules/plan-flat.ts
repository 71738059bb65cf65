import { fieldTitle } from '#lib/model/fields.ts';
import { readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/**
 * A cumulative plan grows from one date to the next. Silent before the first money is spent, and
 * where the last value is reached early.
 */
export const planFlat: FieldRule = {
  code: 'plan-flat',
  severity: 'info',
  scope: 'field',
  title: '支出计划没有增长',
  source: '资金支出计划为累计数，相邻两个时点相同表示其间没有支出',
  message: ({ date, plan, earlierDate }) =>
    `${date}与${earlierDate}的累计支出计划都是 ${plan}，等于这段时间一分钱不花。可能是抄漏了，请核对这两个时点。`,
  english: {
    title: 'Cumulative spending plan stands still',
    message: ({ date, plan, earlierDate }) =>
      `The cumulative spending plan is “${plan}” both at “${earlierDate}” and at “${date}”, as if nothing were spent in between. It may be a slip; check the two dates.`
  },
  examples: { bad: '20% 50% 50% 100%', good: '20% 50% 75% 100%' },
  check: (header) => {
    const steps = readPlan(header).filter(({ number }) => number !== null);
    const last = steps.at(-1)?.number;
    return steps.flatMap(({ field, number, text }, at) => {
      const earlier = steps[at - 1];
      if (!earlier?.number || !number?.eq(earlier.number)) return [];
      if (number.isZero() || !last || number.gte(last)) return [];
      return [
        {
          place: { field },
          values: {
            date: fieldTitle('project', field),
            plan: text,
            earlierDate: fieldTitle('project', earlier.field)
          },
          related: [{ field: earlier.field }]
        }
      ];
    });
  }
};
