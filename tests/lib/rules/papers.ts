import fc from 'fast-check';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { columnsOf, INDICATOR_COLUMNS, PROJECT_FIELDS } from '#lib/model/fields.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { otherSheets, prose, type LooseSheet } from './any-sheet.ts';

const levels = fc.constantFrom(
  ...['数量指标', '质量指标', '时效指标', '成本指标', '社会效益指标', '服务对象满意度指标'],
  ...['经济效益指标', '经济成本指标', '产出指标']
);
const names = fc.constantFrom(
  ...['满意度', '任务完成率', '总成本', '人工成本', '出勤率（%）', '', '每部每年费用', '宣传手册'],
  ...['完工时间', '资金支付及时率', '人均费用', '预算执行率', '巡查次数']
);
const bases = fc.constantFrom('', '行业标准', '涉密', '2018年工作要点', '《河道管护规程》');
const amounts = fc.constantFrom('', '0', '10', '20.00', '40', '40.00', '100', '50%', '100%', '-3');
const codes = fc.constantFrom('13019924P00123456789B', '13019924P00123456789C', '51019924T');
const targets = fc
  .tuple(
    fc.constantFrom('', '≥', '≤', '≫', '>=', '＝', '不低于', '12024年', '预计', '12023年'),
    fc.constantFrom('1', '40', '９０', '2024', '2023', '三', '是/否', '按计划'),
    fc.constantFrom('', '%', '％', '万元', '元', '元/部', '人', '次', '㎡', '年', '年12月31日左右')
  )
  .map((parts) => parts.join(''));

/** Texts that rules speak about, in whatever cell, and whatever else can be typed. */
export const texts = fc.oneof(
  ...[levels, names, amounts, codes, targets, prose],
  fc.constantFrom('__proto__', ' ', '1e3', '≥', '≥≫＝5'),
  fc.string({ unit: 'binary', maxLength: 12 })
);

const columns = INDICATOR_COLUMNS.map(({ id }) => id);
const fields = PROJECT_FIELDS.map(({ id }) => id);

const someTexts = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), texts, { maxKeys: keys.length });
const cells = fc.oneof(
  fc.record({ level2: levels, level3: names, target: targets }),
  fc.record({ level2: levels, level3: names, description: names, target: targets, basis: bases }),
  someTexts(columns)
);
const header = fc.oneof(
  fc.record({
    projectCode: codes,
    budget: amounts,
    fiscalFunds: amounts,
    planMarch: amounts,
    planJune: amounts,
    planOctober: amounts,
    planDecember: amounts
  }),
  someTexts(fields)
);

const projects: fc.Arbitrary<LooseSheet> = fc.record({
  kind: fc.constant('project' as const),
  form: fc.constant(''),
  title: fc.constantFrom('', '河道清淤绩效目标表'),
  number: fc.constantFrom('', '1.', '2.'),
  note: fc.constant(''),
  columns: fc.constant(columnsOf('project')),
  fields: header,
  rows: fc.array(cells, { maxLength: 4 })
});

/** A 目录 as some paper may print it. */
const contents = fc
  .array(
    fc.oneof(
      fc.constantFrom('1.河道清淤绩效目标表', '2.水库巡查', '一、总体绩效目标', '三、工作保障措施'),
      fc.constantFrom('第二部分 预算项目绩效目标', '单位预算收支总表', '9.甲', '绩效目标表', '1.'),
      texts
    ),
    { maxLength: 6 }
  )
  .map((entries) => entries.join('\t3\n'));

/** Workbooks whose sheets hold anything at all, most of them project sheets. */
export const papers: fc.Arbitrary<Workbook> = fc
  .record({
    form: fc.constantFrom('2015' as const, '2021' as const, 'local' as const),
    year: fc.constantFrom(2024, null),
    hasCopy: fc.boolean(),
    contents: fc.oneof(fc.constant(null), contents),
    sheets: fc.array(
      fc.oneof({ weight: 3, arbitrary: projects }, { weight: 2, arbitrary: otherSheets }),
      { maxLength: 5 }
    )
  })
  .map(({ form, year, hasCopy, contents, sheets }) => {
    const ids = countingIds('p');
    const all = hasCopy ? [...sheets, ...sheets.slice(0, 1)] : sheets;
    return createWorkbook({
      form,
      year,
      contents,
      sheets: all.map(({ kind, rows, ...others }) =>
        createSheet(kind, {
          ...others,
          id: ids(),
          rows: rows.map((cells) => createRow(cells, ids()))
        })
      )
    });
  });
