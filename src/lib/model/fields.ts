import type { Column, SheetKind } from './workbook.ts';

/** What a field holds, which decides how it is shown and edited. */
export type FieldKind = 'line' | 'amount' | 'percent' | 'prose';

export interface Field {
  readonly id: string;
  /** As the official form prints it. */
  readonly title: string;
  readonly kind: FieldKind;
}

/** The header block of a project sheet, in the order of the official form. */
export const PROJECT_FIELDS: readonly Field[] = [
  { id: 'unitCode', title: '单位编码', kind: 'line' },
  { id: 'unitName', title: '单位名称', kind: 'line' },
  { id: 'moneyUnit', title: '金额单位', kind: 'line' },
  { id: 'projectCode', title: '项目编码', kind: 'line' },
  { id: 'projectName', title: '项目名称', kind: 'line' },
  { id: 'budget', title: '预算数', kind: 'amount' },
  { id: 'fiscalFunds', title: '其中：财政资金', kind: 'amount' },
  { id: 'otherFunds', title: '其他资金', kind: 'amount' },
  { id: 'usage', title: '资金用途', kind: 'prose' },
  { id: 'planMarch', title: '3月底', kind: 'percent' },
  { id: 'planJune', title: '6月底', kind: 'percent' },
  { id: 'planOctober', title: '10月底', kind: 'percent' },
  { id: 'planDecember', title: '12月底', kind: 'percent' },
  { id: 'goal', title: '绩效目标', kind: 'prose' }
];

/** The four dates of the spending plan, which is cumulative: the last is 100 %. */
export const PLAN_FIELDS = ['planMarch', 'planJune', 'planOctober', 'planDecember'] as const;

/** The fields that 项目总表 has columns for, in its order; `number` stands there too, which is no field. */
export const PROJECT_TABLE_FIELDS = [
  'number',
  'projectCode',
  'projectName',
  'budget',
  'fiscalFunds',
  'otherFunds',
  'moneyUnit',
  ...PLAN_FIELDS
] as const;

const BRIEF_FIELDS: readonly Field[] = [
  { id: 'office', title: '科室', kind: 'line' },
  { id: 'projectName', title: '项目名称', kind: 'line' },
  { id: 'overview', title: '项目概况', kind: 'prose' },
  { id: 'funds', title: '资金安排', kind: 'prose' },
  { id: 'fundsTotal', title: '资金合计', kind: 'amount' },
  { id: 'goals', title: '绩效目标', kind: 'prose' },
  { id: 'indicators', title: '绩效指标', kind: 'prose' },
  { id: 'criteria', title: '评价标准', kind: 'prose' }
];

const DISCLOSURE_FIELDS: readonly Field[] = [
  { id: 'unitCode', title: '单位编码', kind: 'line' },
  { id: 'unitName', title: '单位名称', kind: 'line' },
  { id: 'year', title: '年度', kind: 'line' },
  { id: 'moneyUnit', title: '金额单位', kind: 'line' }
];

const TEXT_FIELDS: readonly Field[] = [{ id: 'body', title: '正文', kind: 'prose' }];

/** The fields of a kind of sheet, in the order they are shown. */
export function fieldsOf(kind: SheetKind): readonly Field[] {
  switch (kind) {
    case 'project':
      return PROJECT_FIELDS;
    case 'brief':
      return BRIEF_FIELDS;
    case 'disclosure':
      return DISCLOSURE_FIELDS;
    case 'text':
      return TEXT_FIELDS;
    case 'free':
      return [];
  }
}

/** The title of a field as the form prints it; the id where the kind has no such field. */
export function fieldTitle(kind: SheetKind, field: string): string {
  return fieldsOf(kind).find(({ id }) => id === field)?.title ?? field;
}

/** Whether a field is long prose that two people can type into at once. */
export function isProse(kind: SheetKind, field: string): boolean {
  return fieldsOf(kind).find(({ id }) => id === field)?.kind === 'prose';
}

/** The six columns of an indicator. */
export const INDICATOR_COLUMNS: readonly Column[] = [
  { id: 'level1', title: '一级指标' },
  { id: 'level2', title: '二级指标' },
  { id: 'level3', title: '三级指标' },
  { id: 'description', title: '绩效指标描述' },
  { id: 'target', title: '指标值' },
  { id: 'basis', title: '指标值确定依据' }
];

/** The columns that a new sheet of this kind has; disclosure and free sheets bring their own. */
export function columnsOf(kind: SheetKind): readonly Column[] {
  switch (kind) {
    case 'project':
      return INDICATOR_COLUMNS;
    case 'brief':
      return [
        { id: 'item', title: '其中' },
        { id: 'amount', title: '金额' }
      ];
    default:
      return [];
  }
}
