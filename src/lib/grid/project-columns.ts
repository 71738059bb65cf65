import { fieldTitle, PLAN_FIELDS } from '#lib/model/fields.ts';
import { FORMS } from '#lib/model/forms.ts';
import { MONEY_FIELDS } from '#lib/model/project-totals.ts';
import { fieldText, type FormName, type Sheet } from '#lib/model/workbook.ts';
import type { GridColumn } from './columns.ts';
import { textWidth } from './text-width.ts';

/** What the budget exceeds its sources by, how many indicators there are, and how many problems. */
export const DIFFERENCE = 'difference';
export const INDICATORS = 'indicators';
export const PROBLEMS = 'problems';

/** The number of the sheet, which is no field of it. */
export const NUMBER = 'number';

/**
 * Least and greatest width of a column of amounts in pixels, and what the padding of a cell and of a
 * heading takes. A heading of four characters takes two lines, so that all columns fit beside the panels.
 */
const LEAST_AMOUNT = 70;
const MOST_AMOUNT = 140;
const PADDING = 22;
const AIR = 30;

/** What a field is called where there is little room. */
const SHORT: Readonly<Record<string, string>> = { fiscalFunds: '财政资金' };

/** The column that counts the indicators of a first level. */
export function levelColumn(level: string): string {
  return `level ${level}`;
}

/** The columns of 项目总表 for a form, whose first levels are counted one by one, fitted to the amounts. */
export function projectColumns(
  form: FormName,
  projects: readonly Pick<Sheet, 'fields'>[] = []
): readonly GridColumn[] {
  const amount = (id: string): GridColumn => ({
    id,
    title: SHORT[id] ?? fieldTitle('project', id),
    share: 1,
    least: widthFor(projects.map((sheet) => fieldText(sheet, id))),
    amounts: true
  });
  const computed = (id: string, title: string): GridColumn => ({
    id,
    title,
    share: 0,
    least: headingWidth(title),
    amounts: true,
    readOnly: true
  });
  return [
    { id: NUMBER, title: '编号', share: 0, least: 56, stays: true },
    { id: 'projectCode', title: '项目编码', share: 1, least: 104, stays: true },
    { id: 'projectName', title: '项目名称', share: 4, least: 130, names: true, stays: true },
    ...MONEY_FIELDS.map(amount),
    { ...computed(DIFFERENCE, '差额'), least: LEAST_AMOUNT },
    { id: 'moneyUnit', title: '金额单位', share: 0, least: 60 },
    ...PLAN_FIELDS.map(amount).map((plan) => ({
      ...plan,
      share: 0,
      least: headingWidth(plan.title)
    })),
    computed(INDICATORS, '指标数'),
    ...FORMS[form].levels.map(({ name }) => computed(levelColumn(name), name.replace(/指标$/, ''))),
    computed(PROBLEMS, '问题')
  ];
}

function headingWidth(title: string): number {
  return Math.ceil(textWidth(title) + AIR);
}

function widthFor(amounts: readonly string[]): number {
  const longest = Math.max(0, ...amounts.map(textWidth));
  return Math.ceil(Math.min(MOST_AMOUNT, Math.max(LEAST_AMOUNT, longest + PADDING)));
}
