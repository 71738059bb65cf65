import { cellText } from '#lib/model/workbook.ts';
import { holdsDate } from './deadline.ts';
import { measure, nameOf, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** What speaks of time, in a name, a description or a target. */
const TIME =
  /[时期限日月年天周季快速迟延拖逾早旬]|进度|节点|阶段|响应|随到随|按.{0,4}(?:计划|安排|要求|合同)/;

/** An indicator of 时效 speaks of time. */
export const timeWrongKind: RowRule = {
  code: 'time-wrong-kind',
  severity: 'warning',
  scope: 'row',
  title: '时效指标与时间无关',
  source: '相关性：时效指标衡量完成得及不及时',
  message: ({ name, target }) =>
    `时效指标“${name}”（${target}）说的不是时间，放在时效下审核会退回。请换成完成时间、期限或及时率，原指标移到数量或质量下。`,
  english: {
    title: 'Timeliness that is not about time',
    message: ({ name, target }) =>
      `The timeliness “${name}” (“${target}”) does not speak of time, and a reviewer will return it. Use a date, a period or a rate of being on time, and move this one to quantity or quality.`
  },
  examples: { bad: '纠纷化解率：≥90%', good: '纠纷化解及时率：≥90%' },
  check: (row) => {
    if (measure(row) !== 'time' || cellText(row, 'level3').trim() === '') return [];
    const text = target(row);
    if (TIME.test(wording(row)) || TIME.test(text) || holdsDate(text)) return [];
    return [{ place: { column: 'level3' }, values: { name: nameOf(row), target: text || '空' } }];
  }
};
