import { fieldTitle, PLAN_FIELDS } from '#lib/model/fields.ts';
import { FORMS } from '#lib/model/forms.ts';
import type { FormName } from '#lib/model/workbook.ts';
import type { GridColumn } from './columns.ts';

/** What the budget exceeds its sources by, how many indicators there are, and how many problems. */
export const DIFFERENCE = 'difference';
export const INDICATORS = 'indicators';
export const PROBLEMS = 'problems';

/** The number of the sheet, which is no field of it. */
export const NUMBER = 'number';

/** The fields that a column of 项目总表 shows and writes. */
const MONEY = ['budget', 'fiscalFunds', 'otherFunds'] as const;

/** What a field is called where there is little room. */
const SHORT: Readonly<Record<string, string>> = { fiscalFunds: '财政资金' };

/** The column that counts the indicators of a first level. */
export function levelColumn(level: string): string {
  return `level ${level}`;
}

/** The columns of 项目总表 for a form, whose first levels are counted one by one. */
export function projectColumns(form: FormName): readonly GridColumn[] {
  const amount = (id: string): GridColumn => ({
    id,
    title: SHORT[id] ?? fieldTitle('project', id),
    share: 1,
    least: 84,
    amounts: true
  });
  const count = (id: string, title: string): GridColumn => ({
    id,
    title,
    group: '指标数',
    share: 0,
    least: 54,
    amounts: true,
    readOnly: true
  });
  return [
    { id: NUMBER, title: '编号', share: 0, least: 52, stays: true },
    { id: 'projectCode', title: '项目编码', share: 1, least: 104, stays: true },
    { id: 'projectName', title: '项目名称', share: 3, least: 136, names: true, stays: true },
    ...MONEY.map(amount),
    { ...amount(DIFFERENCE), title: '差额', least: 72, readOnly: true },
    { id: 'moneyUnit', title: '金额单位', share: 0, least: 60 },
    ...PLAN_FIELDS.map((id) => ({ ...amount(id), group: '支出计划', share: 0, least: 66 })),
    count(INDICATORS, '合计'),
    ...FORMS[form].levels.map(({ name }) => count(levelColumn(name), name.replace(/指标$/, ''))),
    { id: PROBLEMS, title: '问题', share: 0, least: 54, amounts: true, readOnly: true }
  ];
}
