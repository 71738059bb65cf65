import { readProjectCode } from '#lib/model/project-code.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { indicatorsOf } from './indicator.ts';
import type { SheetRule } from './rule.ts';

/** Projects that serve nobody who could be asked. */
const EXEMPT_NAMES = /人员类|涉密|还款|偿还|还本付息/;

/** A project asks those it serves; an error or a warning as the form says. */
export const missingSatisfaction: SheetRule = {
  code: 'missing-satisfaction',
  severity: 'error',
  scope: 'sheet',
  title: '缺少满意度指标',
  source: '完整性：服务对象满意度指标至少设置一条，人员类、涉密、还款项目除外',
  message: () =>
    '没有服务对象满意度指标。项目做得好不好要问服务对象，自评时满意度一般占 10 分，请补一条，如“服务对象满意度 ≥90%”。',
  english: {
    title: 'No satisfaction indicator',
    message: () =>
      'There is no satisfaction indicator. Those served can tell how well a project did, and the self-evaluation usually gives their satisfaction 10 points; add one, such as a satisfaction of ≥90%.'
  },
  examples: { bad: '只有产出指标、效益指标', good: '服务对象满意度 ≥90%' },
  check: (sheet, { form }) => {
    if (isExempt(sheet) || indicatorsOf(sheet, 'satisfaction').length > 0) return [];
    const severity = form.satisfactionRequired ? 'error' : 'warning';
    return [{ place: {}, values: {}, severity }];
  }
};

/** R is the kind of 人员类 projects in the codes of the 一体化 system. */
function isExempt(sheet: Sheet): boolean {
  const names = `${fieldText(sheet, 'projectName')} ${sheet.title}`;
  return EXEMPT_NAMES.test(names) || readProjectCode(fieldText(sheet, 'projectCode'))?.kind === 'R';
}
