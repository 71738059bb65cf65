import { describe, expect, it } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { cellText, fieldText, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { replicasOf } from '#tests/support/replicas.ts';
import { codeOf } from './clean-projects.ts';

type Texts = Readonly<Record<string, string>>;

const QUANTITY = { level1: '产出指标', level2: '数量指标', level3: '清淤点位数', target: '≥12处' };
const QUALITY = { level1: '产出指标', level2: '质量指标', level3: '验收合格率', target: '≥95%' };
const TIME = {
  level1: '产出指标',
  level2: '时效指标',
  level3: '完工时间',
  target: '2024年10月底前'
};
const COST = { level1: '产出指标', level2: '成本指标', level3: '清淤成本', target: '≤40万元' };
const BENEFIT = {
  ...{ level1: '效益指标', level2: '社会效益指标', level3: '防洪能力' },
  ...{ description: '沿岸居民抵御洪水的能力', target: '显著提升' }
};
const SATISFACTION = {
  ...{ level1: '满意度指标', level2: '服务对象满意度指标', level3: '沿岸居民满意度' },
  target: '≥90%'
};

const ROWS: readonly Texts[] = [QUANTITY, QUALITY, TIME, COST, BENEFIT, SATISFACTION];

const FIELDS: Texts = {
  ...{ unitCode: '101001', unitName: '青泉县水务局', moneyUnit: '万元', projectName: '河道清淤' },
  projectCode: codeOf('130199', '24', 1),
  ...{ budget: '40.00', fiscalFunds: '40.00', otherFunds: '0.00' },
  ...{ planMarch: '10%', planJune: '40%', planOctober: '80%', planDecember: '100%' },
  ...{ usage: '用于清淤所需的材料和人工。', goal: '年内完成12处清淤，沿岸居民免受内涝。' }
};

interface Project {
  readonly rows?: readonly Texts[];
  readonly fields?: Texts;
}

function paperOf({ rows = ROWS, fields = {} }: Project): Workbook {
  return createWorkbook({
    year: 2024,
    department: '青泉县水务局',
    sheets: [
      createSheet('project', {
        id: 's',
        title: '河道清淤绩效目标表',
        fields: { ...FIELDS, ...fields },
        rows: rows.map((cells, at) => createRow(cells, `r${at + 1}`))
      })
    ]
  });
}

/** The rows of a clean project with other texts in one of them. */
const withRow = (row: Texts, texts: Texts) =>
  ROWS.map((each) => (each === row ? { ...each, ...texts } : each));

const targetOf = (row: Texts) => (workbook: Workbook) =>
  cellText(workbook.sheets[0]!.rows[ROWS.indexOf(row)]!, 'target');

const field = (name: string) => (workbook: Workbook) => fieldText(workbook.sheets[0]!, name);

const column = (name: string) => (workbook: Workbook) =>
  workbook.sheets[0]!.rows.map((row) => cellText(row, name));

const plan = (workbook: Workbook) =>
  ['planMarch', 'planJune', 'planOctober', 'planDecember'].map((name) =>
    fieldText(workbook.sheets[0]!, name)
  );

interface Case {
  readonly says: string;
  readonly code: string;
  readonly project: Project;
  readonly shows: (workbook: Workbook) => unknown;
  readonly brings: unknown;
}

const target = (says: string, code: string, row: Texts, typed: string, brings: string): Case => ({
  ...{ says, code, brings, shows: targetOf(row) },
  project: { rows: withRow(row, { target: typed }) }
});

/** The remedies that a careful reviewer would write with a pencil. */
const CASES: readonly Case[] = [
  target('a look-alike of an operator', 'operator-lookalike', QUANTITY, '≫12处', '≥12处'),
  target('an operator of two characters', 'operator-lookalike', QUANTITY, '>=12处', '≥12处'),
  target('full-width digits', 'unit-odd', QUANTITY, '≥１２处', '≥12处'),
  target('a full-width percent sign', 'unit-odd', QUALITY, '≥95％', '≥95%'),
  target('an operator that a cost inverts', 'cost-operator-inverted', COST, '≥40万元', '≤40万元'),
  target('a cost without ≤', 'cost-operator-missing', COST, '40万元', '≤40万元'),
  target('a satisfaction without ≥', 'satisfaction-operator', SATISFACTION, '90%', '≥90%'),
  target('an operator in a date', 'date-corrupt', TIME, '≥2024年10月底前', '2024年10月底前'),
  {
    says: 'amounts in the spending plan',
    code: 'plan-amount-not-percent',
    project: {
      fields: { planMarch: '4.00', planJune: '16.00', planOctober: '32.00', planDecember: '40.00' }
    },
    shows: plan,
    brings: ['10%', '40%', '80%', '100%']
  },
  {
    says: 'percents without their sign',
    code: 'plan-percent-sign-missing',
    project: { fields: { planMarch: '10', planJune: '40', planOctober: '80％' } },
    shows: plan,
    brings: ['10%', '40%', '80%', '100%']
  },
  {
    says: 'blank other funds',
    code: 'other-funds-blank',
    project: { fields: { otherFunds: '' } },
    shows: field('otherFunds'),
    brings: '0.00'
  },
  {
    says: 'an amount without decimals',
    code: 'amount-format',
    project: { fields: { budget: '40' } },
    shows: field('budget'),
    brings: '40.00'
  },
  {
    says: 'second levels out of order',
    code: 'l2-order',
    project: { rows: [TIME, QUANTITY, QUALITY, COST, BENEFIT, SATISFACTION] },
    shows: column('level3'),
    brings: ROWS.map(({ level3 }) => level3)
  },
  {
    says: 'quantity and quality in the place of each other',
    code: 'quantity-holds-rate',
    project: {
      rows: [
        { ...QUALITY, level2: '数量指标' },
        { ...QUANTITY, level2: '质量指标' },
        ...ROWS.slice(2)
      ]
    },
    shows: (workbook) => [column('level2')(workbook), column('level3')(workbook)],
    brings: [ROWS.map(({ level2 }) => level2), ROWS.map(({ level3 }) => level3)]
  }
];

/** The first problem of a rule, and the documents of one person in which it can be mended. */
function begin(code: string, workbook: Workbook) {
  const { document } = replicasOf(workbook, ['chen'])[0]!;
  const found = check(document.workbook).find((problem) => problem.code === code);
  return { document, found };
}

const codesOf = (workbook: Workbook) => check(workbook).map(({ code }) => code);

describe('a fix of', () => {
  it.each(CASES)('$says is one step of undo and leaves no new problem', (one) => {
    const { document, found } = begin(one.code, paperOf(one.project));
    const before = codesOf(document.workbook);
    document.edit(found!.fixes[0]!.edit);

    expect(one.shows(document.workbook)).toEqual(one.brings);
    const after = codesOf(document.workbook);
    expect(after).not.toContain(one.code);
    for (const code of after) expect(before).toContain(code);

    document.undo();
    expect(codesOf(document.workbook)).toEqual(before);
    expect(document.undoLabel).toBeNull();
  });

  it('a missing satisfaction puts in a row that counts once it has been filled in', () => {
    const { document, found } = begin('missing-satisfaction', paperOf({ rows: ROWS.slice(0, 5) }));
    const before = codesOf(document.workbook);
    expect(found!.place).toEqual({ sheet: 's' });
    document.edit(found!.fixes[0]!.edit);

    const row = document.workbook.sheets[0]!.rows.at(-1)!;
    expect(row.cells).toMatchObject({
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      target: '≥（请填写）%'
    });
    const unfilled = check(document.workbook).filter(({ code }) => code === found!.code);
    expect(unfilled).toMatchObject([
      { severity: 'error', place: { sheet: 's', row: row.id, column: 'target' }, fixes: [] }
    ]);
    for (const code of codesOf(document.workbook)) expect(before).toContain(code);

    const text = '≥92%';
    document.edit({ label: '', changes: [{ do: 'cell', row: row.id, column: 'target', text }] });
    expect(codesOf(document.workbook)).not.toContain(found!.code);
    document.undo();
    document.undo();
    expect(document.workbook.sheets[0]!.rows).toHaveLength(5);
  });
});

describe('the project that these faults are put into', () => {
  it('has no problem', () => {
    expect(codesOf(paperOf({}))).toEqual([]);
  });
});
