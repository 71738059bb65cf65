import { fieldTitle } from '#lib/model/fields.ts';
import { readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/**
 * No date before the last is blank; one problem per sheet. A blank 12月底 is another rule's business,
 * and so is a plan with no value at all.
 */
export const planBlank: FieldRule = {
  code: 'plan-blank',
  severity: 'warning',
  scope: 'field',
  title: '支出计划有空白',
  source: '资金支出计划要填 3月底、6月底、10月底、12月底四个时点',
  message: ({ dates, filled }) =>
    `${dates}的支出计划是空的（已填 ${filled}），看不出是 0 还是漏填，也就无法与执行进度比较。不支出请填 0%，否则请补填。`,
  english: {
    title: 'Blanks in the spending plan',
    message: ({ dates, filled }) =>
      `The spending plan is blank at “${dates}”, while it has “${filled}”. Nobody can tell zero from forgotten, nor compare it with the execution; write 0% if nothing is spent, else fill it in.`
  },
  examples: { bad: '（空） 50% （空） 100%', good: '0% 50% 75% 100%' },
  check: (header) => {
    const plan = readPlan(header);
    const blank = plan.slice(0, -1).filter(({ text }) => text === '');
    const filled = plan.filter(({ text }) => text !== '');
    const [first, ...others] = blank;
    if (!first || filled.length === 0) return [];
    return [
      {
        place: { field: first.field },
        values: {
          dates: blank.map(({ field }) => fieldTitle('project', field)).join('、'),
          filled: filled
            .map(({ field, text }) => `${fieldTitle('project', field)} ${text}`)
            .join('、')
        },
        related: others.map(({ field }) => ({ field }))
      }
    ];
  }
};
