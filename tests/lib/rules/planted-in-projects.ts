import { createSheet } from '#lib/model/create.ts';
import { disclosureColumns } from '#lib/model/disclosure-forms.ts';
import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Sheet } from '#lib/model/workbook.ts';
import { codeOf } from './clean-projects.ts';

/** A kind of fault in a project, by the rule that has to find it. */
export interface ProjectFault {
  readonly code: string;
  /** Plants it in a sheet; `other` is another one of the workbook. */
  readonly plant: (sheet: Sheet, other: Sheet) => readonly Change[];
  /**
   * Where it must be found, as samples write it, with `*` for the sheet, `other` for the other one,
   * and `earlier` for that of the two which stands before.
   */
  readonly found: readonly string[];
  /** Other rules that rightly speak of it too. */
  readonly also?: readonly string[];
}

/** Texts for the cells of one row, counted from 1. */
function inRow(row: number, cells: Readonly<Record<string, string>>) {
  return ({ rows }: Sheet): readonly Change[] =>
    Object.entries(cells).map(([column, text]) => ({
      do: 'cell',
      row: rows[row - 1]!.id,
      column,
      text
    }));
}

/** Texts for fields; those of one sheet may follow from another. */
function inFields(texts: (sheet: Sheet, other: Sheet) => Readonly<Record<string, string>>) {
  return (sheet: Sheet, other: Sheet): readonly Change[] =>
    Object.entries(texts(sheet, other)).map(([field, text]) => ({
      do: 'field',
      sheet: sheet.id,
      field,
      text
    }));
}

const withoutRow = (row: number) => {
  return ({ rows }: Sheet): readonly Change[] => [{ do: 'delete', rows: [rows[row - 1]!.id] }];
};

/** A fault that is one text for a cell, found at that cell. */
function typed(
  code: string,
  severity: string,
  row: number,
  column: string,
  text: string
): ProjectFault {
  return {
    code,
    plant: inRow(row, { [column]: text }),
    found: [`${severity} * r${row} ${column}`]
  };
}

/** A fault that is one text for a field, found at that field. */
function entered(code: string, severity: string, field: string, text: string): ProjectFault {
  return { code, plant: inFields(() => ({ [field]: text })), found: [`${severity} * ${field}`] };
}

const inQuarters = inFields(() => ({
  planMarch: '25%',
  planJune: '50%',
  planOctober: '75%',
  planDecember: '100%'
}));

/** A paper that buys nothing says so in an empty table. */
const NOTHING_BOUGHT = createSheet('disclosure', {
  id: 'procurement',
  form: 'procurement',
  title: '政府采购预算',
  columns: disclosureColumns('procurement'),
  note: '注：本单位无政府采购预算，空表列示。'
});

/** A section that says that nothing stands below it, where a project stands. */
function declaringNone({ path }: Sheet): Sheet {
  const body = '本单位2024年无预算项目绩效目标，特此说明。';
  return createSheet('text', { id: 'none', title: path[0]!, fields: { body } });
}

const HEADER: readonly ProjectFault[] = [
  entered('code-format', 'error', 'projectCode', '13019924P0001'),
  entered('code-checksum', 'error', 'projectCode', '13019924P00123456789C'),
  entered('code-region', 'warning', 'projectCode', codeOf('130198', '24', 9)),
  entered('code-year', 'warning', 'projectCode', codeOf('130199', '25', 9)),
  {
    code: 'code-duplicate',
    plant: inFields((_, other) => ({ projectCode: fieldText(other, 'projectCode') })),
    found: ['error * projectCode', 'error other projectCode']
  },
  entered('unit-code-inconsistent', 'warning', 'unitName', '青泉县水文站'),
  { ...entered('header-block-missing', 'warning', 'projectName', ''), found: ['warning *'] },
  { ...entered('funding-sum', 'error', 'otherFunds', '0.07'), found: ['error * budget'] },
  entered('other-funds-blank', 'info', 'otherFunds', ''),
  entered('amount-format', 'info', 'otherFunds', '0.0'),
  {
    code: 'plan-amount-not-percent',
    plant: inFields((sheet) => ({
      planMarch: '0.10',
      planJune: '0.40',
      planOctober: '0.80',
      planDecember: fieldText(sheet, 'budget')
    })),
    found: ['error * planDecember']
  },
  entered('money-unit-line-missing', 'warning', 'moneyUnit', ''),
  entered('plan-percent-sign-missing', 'info', 'planJune', '60'),
  entered('plan-year-end-missing', 'error', 'planDecember', ''),
  entered('plan-year-end-not-100', 'error', 'planDecember', '99%'),
  entered('plan-decreasing', 'error', 'planOctober', '20%'),
  {
    code: 'plan-flat',
    plant: inFields((sheet) => ({ planOctober: fieldText(sheet, 'planJune') })),
    found: ['info * planOctober']
  },
  entered('plan-blank', 'warning', 'planMarch', ''),
  {
    code: 'plan-all-in-december',
    plant: inFields(() => ({ planMarch: '0%', planJune: '0%', planOctober: '0%' })),
    found: ['info * planDecember']
  },
  {
    code: 'plan-default-quarters',
    plant: (sheet, other) => [...inQuarters(sheet, other), ...inQuarters(other, sheet)],
    found: ['info * planMarch', 'info other planMarch']
  },
  {
    code: 'goal-reused',
    plant: inFields((_, other) => ({ goal: fieldText(other, 'goal') })),
    found: ['warning earlier goal']
  },
  {
    code: 'goal-equals-usage',
    plant: inFields((sheet) => ({ usage: fieldText(sheet, 'goal') })),
    found: ['warning * goal']
  },
  entered('goal-not-quantified', 'info', 'goal', '保障防汛抗旱设施良好'),
  entered('narrative-vs-table', 'warning', 'goal', '全部完工，验收合格率达到80%'),
  {
    code: 'procurement-vs-projects',
    plant: (sheet, other) => [
      { do: 'insert-sheet', sheet: NOTHING_BOUGHT, after: other.id },
      ...inFields(() => ({ usage: '用于购置清淤设备' }))(sheet, other)
    ],
    found: ['warning * usage']
  },
  {
    code: 'declared-none',
    plant: (sheet) => [{ do: 'insert-sheet', sheet: declaringNone(sheet), after: null }],
    found: ['info none body']
  }
];

const ROWS: readonly ProjectFault[] = [
  { code: 'missing-output-l2', plant: withoutRow(2), found: ['error *'] },
  { code: 'missing-benefit', plant: withoutRow(5), found: ['error *'] },
  { code: 'missing-satisfaction', plant: withoutRow(6), found: ['error *'] },
  {
    code: 'l2-order',
    plant: ({ id, rows }) => [{ do: 'move', rows: [rows[2]!.id], sheet: id, after: null }],
    found: ['info *']
  },
  {
    code: 'identical-indicator-sets',
    plant: (sheet, other) =>
      sheet.rows.flatMap((_, at) => inRow(at + 1, other.rows[at]!.cells)(sheet)),
    found: ['warning earlier'],
    also: ['cost-vs-budget']
  },
  typed('table-fragment', 'error', 1, 'target', ''),
  typed('table-fragment', 'error', 4, 'target', ''),
  typed('date-corrupt', 'error', 3, 'target', '12024年10月底前'),
  typed('date-year', 'error', 3, 'target', '2023年10月底前'),
  typed('date-hedged', 'warning', 3, 'target', '预计2024年10月底'),
  typed('percent-implausible', 'error', 6, 'target', '≥9%'),
  typed('percent-over-100', 'error', 6, 'target', '≥950%'),
  typed('operator-missing', 'warning', 1, 'target', '12个'),
  typed('operator-lookalike', 'info', 1, 'target', '≧12个'),
  typed('unit-missing', 'error', 2, 'target', '≥95'),
  typed('unit-odd', 'info', 2, 'target', '≥95％'),
  {
    code: 'unit-cost-denominator-missing',
    plant: inRow(4, { level3: '人均工钱', target: '≤200元' }),
    found: ['warning * r4 target']
  },
  typed('value-yes-no', 'error', 5, 'target', '是/否'),
  typed('value-repeats-name', 'error', 5, 'target', '防灾能力'),
  typed('quantity-not-numeric', 'error', 1, 'target', '按计划施工'),
  typed('quantity-holds-rate', 'warning', 1, 'target', '≥95%'),
  {
    code: 'quality-holds-count',
    plant: inRow(2, { level3: '抽检次数', target: '≥12次' }),
    found: ['warning * r2 target']
  },
  typed('time-not-measurable', 'error', 3, 'target', '尽快完工'),
  {
    code: 'time-wrong-kind',
    plant: inRow(3, { level3: '材料利用率', description: '用掉的材料所占比例', target: '≥90%' }),
    found: ['warning * r3 level3']
  },
  {
    ...typed('time-rate-vs-date', 'warning', 3, 'level3', '完工率'),
    found: ['warning * r3 target']
  },
  typed('time-is-payment', 'info', 3, 'level3', '资金支付时间'),
  typed('cost-is-execution-rate', 'warning', 4, 'level3', '预算执行率'),
  typed('cost-not-numeric', 'error', 4, 'target', '控制在预算内'),
  {
    code: 'cost-operator-inverted',
    plant: (sheet) =>
      inRow(4, { target: cellText(sheet.rows[3]!, 'target').replace('≤', '≥') })(sheet),
    found: ['error * r4 target']
  },
  {
    code: 'cost-operator-missing',
    plant: (sheet) =>
      inRow(4, { target: cellText(sheet.rows[3]!, 'target').replace('≤', '') })(sheet),
    found: ['warning * r4 target']
  },
  typed('cost-vs-budget', 'error', 4, 'target', '≤901万元'),
  {
    code: 'economic-benefit-not-economic',
    plant: inRow(5, { level2: '经济效益指标', level3: '设备使用率', target: '≥90%' }),
    found: ['warning * r5 level3']
  },
  typed('satisfaction-operator', 'warning', 6, 'target', '=90%'),
  typed('satisfaction-misplaced', 'warning', 5, 'level3', '村民满意度'),
  typed('qualitative-no-baseline', 'info', 5, 'target', '推动工作'),
  {
    code: 'description-repeats-name',
    plant: inRow(2, { description: '验收合格率' }),
    found: ['info * r2 description']
  },
  {
    code: 'indicator-irrelevant',
    plant: inRow(3, { target: '≥95%' }),
    found: ['warning * r3 target']
  },
  typed('basis-generic', 'info', 1, 'basis', '行业标准'),
  typed('basis-secret', 'warning', 1, 'basis', '涉密'),
  typed('basis-stale', 'info', 1, 'basis', '2018年水利工作要点')
];

/** The faults that can be planted in any one of several clean projects. */
export const PROJECT_FAULTS: readonly ProjectFault[] = [...HEADER, ...ROWS];
