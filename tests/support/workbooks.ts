import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { disclosureColumns, disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import type { Column, Row, Sheet, Workbook } from '#lib/model/workbook.ts';

/** A project sheet with three indicators, whose ids are `<id>-r1` … */
export function projectSheet(id: string, given: Partial<Sheet> = {}): Sheet {
  const rows = [
    ['产出指标', '数量指标', '清淤河道长度', '全年完成清淤的河道长度', '≥12公里', '年度施工计划'],
    ['产出指标', '质量指标', '断面验收合格率', '验收合格断面的比例', '≥95%', '验收规范'],
    ['效益指标', '社会效益指标', '受益村庄数量', '行洪条件改善的村庄', '≥18个', '防汛预案']
  ].map(([level1, level2, level3, description, target, basis], index) =>
    createRow(
      {
        level1: level1!,
        level2: level2!,
        level3: level3!,
        description: description!,
        target: target!,
        basis: basis!
      },
      `${id}-r${index + 1}`
    )
  );
  return createSheet('project', {
    id,
    title: '河道清淤专项经费绩效目标表',
    number: '1.',
    fields: { projectName: '河道清淤专项经费', budget: '36.00', usage: '用于河道清淤。', goal: '' },
    rows,
    ...given
  });
}

/** A workbook of one prose section and two project sheets, `p1` and `p2`. */
export function smallWorkbook(): Workbook {
  const prose = createSheet('text', {
    id: 's1',
    number: '一、',
    title: '总体绩效目标',
    fields: { body: '年内完成河道清淤，确保安全度汛。' }
  });
  const second = projectSheet('p2', { number: '2.', title: '节水宣传经费绩效目标表' });
  return createWorkbook({
    title: '青泉县水务局 2026 年部门预算绩效文本',
    year: 2026,
    department: '青泉县水务局',
    sheets: [prose, projectSheet('p1'), second]
  });
}

/** A table of the 单位预算公开 with these rows, whose ids are `<id>-r1` … */
export function disclosureSheet(
  id: string,
  form: string,
  rows: readonly (readonly string[])[],
  given: Partial<Sheet> = {}
): Sheet {
  const columns = disclosureColumns(form);
  return createSheet('disclosure', {
    id,
    form,
    title: `单位预算${disclosureFormNamed(form)?.title ?? ''}`,
    fields: { unitCode: '405001', unitName: '青泉县水务局', year: '2026', moneyUnit: '万元' },
    columns,
    rows: rows.map((texts, index) => rowOf(`${id}-r${index + 1}`, columns, texts)),
    ...given
  });
}

/** A workbook with sheets of every kind but prose: `d1` … `d3`, the brief `b1`, the project `p1`, the free `f1`. */
export function workbookOfAllKinds(): Workbook {
  const incomes = [
    ['一、一般公共预算拨款收入', '2040.03', '一、一般公共服务支出', ''],
    ['二、政府性基金预算拨款收入', '', '二、农林水支出', '2090.03'],
    ['收入总计', '2090.03', '支出总计', '2090.03']
  ];
  const subjects = [
    ['', '合计', '2090.03', '2090.03', '2090.03'],
    ['213', '农林水支出', '2090.03', '2090.03', '2090.03'],
    ['21303', '水利', '2090.03', '2090.03', '2090.03'],
    ['2130305', '水利工程建设', '310.00', '310.00', '310.00']
  ];
  const brief = createSheet('brief', {
    id: 'b1',
    number: '1.',
    title: '步道修整经费项目绩效目标指标的说明',
    fields: { projectName: '步道修整经费', overview: '修整两岸的巡查步道。', fundsTotal: '46' }
  });
  const items = [
    ['河床清淤', '36'],
    ['步道修整', '10']
  ];
  const free = createSheet('free', {
    id: 'f1',
    title: '各乡镇水费收缴情况',
    columns: [
      { id: 'A', title: 'A' },
      { id: 'B', title: 'B' }
    ]
  });
  const towns = [
    ['乡镇', '应收'],
    ['城关镇', '120.50']
  ];
  return createWorkbook({
    title: '青泉县水务局2026年单位预算公开',
    year: 2026,
    department: '青泉县水务局',
    sheets: [
      disclosureSheet('d1', 'income-and-expenditure', incomes, { number: '1.' }),
      disclosureSheet('d2', 'income', subjects, { number: '2.' }),
      disclosureSheet('d3', 'government-fund', [], {
        number: '3.',
        note: '注：无政府性基金预算，空表列示。'
      }),
      { ...brief, rows: items.map((texts, at) => rowOf(`b1-r${at + 1}`, brief.columns, texts)) },
      projectSheet('p1'),
      { ...free, rows: towns.map((texts, at) => rowOf(`f1-r${at + 1}`, free.columns, texts)) }
    ]
  });
}

function rowOf(id: string, columns: readonly Column[], texts: readonly string[]): Row {
  return createRow(
    Object.fromEntries(columns.map((column, at) => [column.id, texts[at] ?? ''])),
    id
  );
}
