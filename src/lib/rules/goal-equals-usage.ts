import { fieldText } from '#lib/model/workbook.ts';
import { excerpt } from './excerpt.ts';
import { fold } from './fold.ts';
import type { FieldRule } from './rule.ts';

/** The goal says what is reached, not again what the money is for. */
export const goalEqualsUsage: FieldRule = {
  code: 'goal-equals-usage',
  severity: 'warning',
  scope: 'field',
  title: '绩效目标照抄资金用途',
  source: '绩效目标是花钱要达到的结果，资金用途是钱花在哪里',
  message: ({ goal }) =>
    `绩效目标“${goal}”与资金用途一样。用途只说钱花在哪里，看不出要达到什么结果，请写明完成什么、达到什么程度。`,
  english: {
    title: 'Goal copied from the use of the money',
    message: ({ goal }) =>
      `The goal “${goal}” is the same as the use of the money. The use says where the money goes, not what it is to reach; write what will be done and to what degree.`
  },
  examples: { bad: '支付河道清淤费', good: '清淤河段 12 段，汛期不漫堤' },
  check: (header) => {
    const goal = fieldText(header, 'goal').trim();
    const folded = fold(goal);
    if (folded === '' || folded !== fold(fieldText(header, 'usage'))) return [];
    return [
      { place: { field: 'goal' }, values: { goal: excerpt(goal) }, related: [{ field: 'usage' }] }
    ];
  }
};
