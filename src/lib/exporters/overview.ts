import { Decimal, formatAmount, readAmount } from '#lib/model/decimal.ts';
import { fieldTitle, PLAN_FIELDS, PROJECT_FIELDS, type FieldKind } from '#lib/model/fields.ts';
import { projectName } from '#lib/model/project-name.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { CellRole } from './form/printed-table.ts';

/** A table over all projects of a workbook, one line each. */
export interface Overview {
  readonly title: string;
  readonly columns: readonly OverviewColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of an overview; its width in millimetres. */
export interface OverviewColumn {
  readonly title: string;
  readonly width: number;
  readonly role: CellRole;
}

const INDICATOR_COLUMNS: readonly (OverviewColumn & { readonly id: string })[] = [
  { id: 'level1', title: '一级指标', width: 22, role: 'text' },
  { id: 'level2', title: '二级指标', width: 28, role: 'text' },
  { id: 'level3', title: '三级指标', width: 38, role: 'text' },
  { id: 'description', title: '绩效指标描述', width: 48, role: 'text' },
  { id: 'target', title: '指标值', width: 24, role: 'text' },
  { id: 'basis', title: '指标值确定依据', width: 32, role: 'text' }
];

const PROJECT_COLUMNS = [
  'unitCode',
  'unitName',
  'projectCode',
  'projectName',
  'budget',
  'fiscalFunds',
  'otherFunds',
  ...PLAN_FIELDS
];

/** 指标总表: every indicator of every project, with the code and the name of its project in front. */
export function indicatorOverview(workbook: Workbook): Overview {
  return {
    title: '指标总表',
    columns: [
      { title: '项目编码', width: 44, role: 'text' },
      { title: '项目名称', width: 44, role: 'text' },
      ...INDICATOR_COLUMNS
    ],
    rows: projectsOf(workbook).flatMap((sheet) =>
      sheet.rows.map((row) => [
        fieldText(sheet, 'projectCode'),
        projectName(sheet),
        ...INDICATOR_COLUMNS.map(({ id }) => cellText(row, id))
      ])
    )
  };
}

/**
 * 项目总表: every project with its unit, its money, its spending plan and its number of indicators, and
 * their sums below.
 */
export function projectOverview(workbook: Workbook): Overview {
  const projects = projectsOf(workbook);
  return {
    title: '项目总表',
    columns: [
      { title: '序号', width: 12, role: 'short' },
      ...PROJECT_COLUMNS.map(projectColumn),
      { title: '指标数', width: 14, role: 'amount' }
    ],
    rows: [
      ...projects.map((sheet, index) => [
        String(index + 1),
        ...PROJECT_COLUMNS.map((field) =>
          field === 'projectName' ? projectName(sheet) : fieldText(sheet, field)
        ),
        String(sheet.rows.length)
      ]),
      totals(projects)
    ]
  };
}

/** The last line of 项目总表: 合计 of the amounts and of the indicators. */
function totals(projects: readonly Sheet[]): string[] {
  const indicators = projects.reduce((sum, { rows }) => sum + rows.length, 0);
  const amounts = PROJECT_COLUMNS.map((field) =>
    kindOf(field) === 'amount' ? sumOf(projects, field) : ''
  );
  return ['合计', ...amounts, String(indicators)];
}

/** Empty where an amount cannot be read, or not all are in the same unit. */
function sumOf(projects: readonly Sheet[], field: string): string {
  const printed = projects.filter((sheet) => fieldText(sheet, field) !== '');
  const units = new Set(printed.map((sheet) => fieldText(sheet, 'moneyUnit')));
  const amounts = printed.map((sheet) => readAmount(fieldText(sheet, field)));
  if (units.size !== 1 || amounts.includes(null)) return '';
  return formatAmount(amounts.reduce<Decimal>((sum, next) => sum.plus(next!), new Decimal(0)));
}

function projectColumn(field: string): OverviewColumn {
  const title = fieldTitle('project', field);
  switch (kindOf(field)) {
    case 'amount':
      return { title, width: 26, role: 'amount' };
    case 'percent':
      return { title, width: 16, role: 'short' };
    default:
      return { title, width: field === 'unitCode' ? 18 : 44, role: 'text' };
  }
}

function kindOf(field: string): FieldKind | undefined {
  return PROJECT_FIELDS.find(({ id }) => id === field)?.kind;
}

function projectsOf({ sheets }: Workbook): Sheet[] {
  return sheets.filter(({ kind }) => kind === 'project');
}
