import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';

const row = (level2: string, level3: string, target: string) =>
  createRow({ level2, level3, target });

const rows = [
  row('数量指标', '清淤河段数', '≥12段'),
  row('质量指标', '验收合格率', '≥95%'),
  row('时效指标', '完工时间', '2024年10月底'),
  row('成本指标', '清淤成本', '≤50万元'),
  row('社会效益指标', '防洪能力', '明显提升'),
  row('服务对象满意度指标', '沿岸居民满意度', '≥90%')
];

const fields = {
  moneyUnit: '万元',
  projectCode: '13019924P00123456789B',
  projectName: '河道清淤',
  ...{ budget: '50.00', fiscalFunds: '50.00', otherFunds: '0.00' },
  ...{ planMarch: '10%', planJune: '40%', planOctober: '80%', planDecember: '100%' }
};

const paper = (indicators: typeof rows): Workbook =>
  createWorkbook({
    title: '青泉县水务局 2024 年绩效文本',
    year: 2024,
    sheets: [createSheet('project', { number: '1.', title: '河道清淤', fields, rows: indicators })]
  });

/** A paper in which the rules find nothing. */
export const cleanPaper = paper(rows);

/** The same with an error in the last row, unit-missing, and an info. */
export const faultyPaper = paper([...rows, row('服务对象满意度指标', '船民满意度', '≫90')]);

/** One of the form of 2021 with a warning and no error: nobody is asked for their satisfaction. */
export const unaskedPaper: Workbook = { ...paper(rows.slice(0, -1)), form: '2021' };
