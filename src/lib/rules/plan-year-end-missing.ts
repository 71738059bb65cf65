import { PLAN_FIELDS } from '#lib/model/fields.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { readPlan } from './plan.ts';
import type { FieldRule } from './rule.ts';

/** Any of these says that the sheet has the header block of a project; disclosure annexes have none. */
const HEADER_FIELDS = ['projectCode', 'budget', ...PLAN_FIELDS];

/** The plan has its last value. Silent on sheets without a header block. */
export const planYearEndMissing: FieldRule = {
  code: 'plan-year-end-missing',
  severity: 'error',
  scope: 'field',
  title: '12月底支出计划未填',
  source: '资金支出计划为累计数，要写到年底',
  message: ({ filled }) =>
    `12月底的支出计划是空的${filled === '' ? '' : `（前面是 ${filled}）`}。累计计划没有终点就看不出全年能否支出完毕，请填写，一般为 100%。`,
  english: {
    title: 'Spending plan lacks the end of December',
    message: ({ filled }) =>
      `The spending plan is blank at the end of December${filled === '' ? '' : `, after “${filled}”`}. A cumulative plan without its end does not show whether all money will be spent; fill it in, usually with 100%.`
  },
  examples: { bad: '12月底空白', good: '12月底 100%' },
  check: (header) => {
    const hasHeader = HEADER_FIELDS.some((field) => fieldText(header, field).trim() !== '');
    if (!hasHeader || fieldText(header, 'planDecember').trim() !== '') return [];
    const filled = readPlan(header).flatMap(({ text }) => (text === '' ? [] : [text]));
    return [{ place: { field: 'planDecember' }, values: { filled: filled.join('、') } }];
  }
};
