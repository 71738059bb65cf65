import { halfWidth } from '#lib/model/decimal.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { setsTime } from './deadline.ts';
import { excerpt } from './excerpt.ts';
import { holdsNumber } from './number-words.ts';
import type { FieldRule } from './rule.ts';

/** The numbers of a list: `1. `, `（2）`, `3、` at its head or after a space or a stop. */
const LIST_NUMBERS = /(^|[\s。；;，,：:])[(（]?\d{1,2}\s?[.、．)）](?!\d)/g;

/** A goal says how much or until when. */
export const goalNotQuantified: FieldRule = {
  code: 'goal-not-quantified',
  severity: 'info',
  scope: 'field',
  title: '绩效目标没有量化',
  source: '绩效目标应尽量定量，不能量化的分级分档',
  message: ({ goal }) =>
    `绩效目标“${goal}”里没有数量或时间，年底说不清完成了没有。请尽量写明数量、比率或完成时间。`,
  english: {
    title: 'Goal without a number or a date',
    message: ({ goal }) =>
      `The goal “${goal}” holds no quantity and no date, so nobody can say at the end of the year whether it was reached. Give a quantity, a rate or a date where possible.`
  },
  examples: { bad: '保障工作顺利开展', good: '10月底前清淤河段 12 段' },
  check: (header) => {
    const goal = fieldText(header, 'goal').trim();
    if (goal === '' || setsTime(goal)) return [];
    if (holdsNumber(halfWidth(goal).replace(LIST_NUMBERS, '$1'))) return [];
    return [{ place: { field: 'goal' }, values: { goal: excerpt(goal) } }];
  }
};
