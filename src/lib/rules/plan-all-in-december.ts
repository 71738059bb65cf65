import { readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/** Not all money is spent in the last quarter: the dates before 12月底 are not all zero or blank. */
export const planAllInDecember: FieldRule = {
  code: 'plan-all-in-december',
  severity: 'info',
  scope: 'field',
  title: '全部安排在年底支出',
  source: '预算执行应均衡，避免年底突击花钱',
  message: ({ plan }) =>
    `10月底以前没有安排支出，12月底一次到 ${plan}。集中在年底支出会被问到执行进度，请看看能否提前安排。`,
  english: {
    title: 'All spending at the end of the year',
    message: ({ plan }) =>
      `Nothing is planned to be spent by the end of October, and “${plan}” by the end of December. A reviewer will ask about the progress; see whether some of it can be spent earlier.`
  },
  examples: { bad: '0% 0% 0% 100%', good: '25% 50% 75% 100%' },
  check: (header) => {
    const plan = readPlan(header);
    const end = plan.at(-1);
    const isEarlyEmpty = plan
      .slice(0, -1)
      .every(({ text, number }) => text === '' || number?.isZero());
    if (!end?.number?.gt(0) || !isEarlyEmpty) return [];
    return [{ place: { field: 'planDecember' }, values: { plan: end.text } }];
  }
};
