import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Row, Workbook } from '#lib/model/workbook.ts';

/** The most project tables that a department has; beyond that its tables are longer. */
const MOST_PROJECTS = 100;
const LEVELS = [
  ['产出指标', '数量指标', '完成河道清淤', '个'],
  ['产出指标', '质量指标', '断面验收合格率', '%'],
  ['产出指标', '时效指标', '按期完工率', '%'],
  ['产出指标', '成本指标', '每公里清淤成本', '万元'],
  ['效益指标', '社会效益指标', '受益村庄数量', '个'],
  ['效益指标', '可持续影响指标', '设施使用年限', '年'],
  ['满意度指标', '服务对象满意度指标', '沿河居民满意度', '%']
] as const;

/**
 * A workbook of project tables with so many indicators in all. One in ten has a problem, which is
 * what real papers have.
 */
export function largeWorkbook(rows: number): Workbook {
  const ids = countingIds('b');
  const projects = Math.min(MOST_PROJECTS, Math.ceil(rows / LEVELS.length));
  return createWorkbook({
    title: `青泉县水务局 ${rows} 行`,
    year: 2026,
    department: '青泉县水务局',
    sheets: Array.from({ length: projects }, (_, project) => {
      const first = Math.floor((rows * project) / projects);
      const last = Math.floor((rows * (project + 1)) / projects);
      const name = `第${project + 1}标段河道清淤经费`;
      return createSheet('project', {
        id: ids(),
        number: `${project + 1}.`,
        title: `${name}绩效目标表`,
        fields: {
          unitCode: '451001',
          unitName: '青泉县水务局',
          projectName: name,
          budget: '36.00',
          fiscalFunds: '36.00',
          otherFunds: '0.00',
          usage: '用于河道清淤与岸坡整治。',
          planMarch: '25%',
          planJune: '50%',
          planOctober: '80%',
          planDecember: '100%',
          goal: '年内完成河道清淤，确保安全度汛。'
        },
        rows: Array.from({ length: last - first }, (_, at) => indicator(first + at, at, ids()))
      });
    })
  });
}

/** In the order of the form, whatever the number of rows in the table. */
function indicator(number: number, at: number, id: string): Row {
  const [level1, level2, name, unit] = LEVELS[at % LEVELS.length]!;
  const operator = level2 === '成本指标' ? '≤' : number % 10 === 3 ? '≧' : '≥';
  return createRow(
    {
      level1,
      level2,
      level3: `第${number + 1}段${name}`,
      description: `第${number + 1}段河道年度施工计划中${name}的完成情况`,
      target: `${operator}${90 + (number % 10)}${unit}`,
      basis: '年度施工计划与验收规范'
    },
    id
  );
}
