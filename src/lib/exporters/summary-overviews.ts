import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import type { CountedWorkbook } from '#lib/model/summary/counted-workbook.ts';
import { indicatorsByKind } from '#lib/model/summary/indicators-by-kind.ts';
import { moneyByUnit, totalMoney } from '#lib/model/summary/money-by-unit.ts';
import { problemsByRule } from '#lib/model/summary/problems-by-rule.ts';
import type { Overview } from './overview.ts';
import { SEVERITY_NAMES } from './severity-names.ts';
import { overviewPage } from './xlsx/page.ts';
import { packPages } from './xlsx/pages-package.ts';

/** What 汇总 shows of some workbooks as `.xlsx`: 资金 by unit and project, 指标 by kind, 问题 by rule. */
export function exportSummaryXlsx(workbooks: readonly CountedWorkbook[]): Uint8Array<ArrayBuffer> {
  const overviews = [
    moneyOverview(workbooks),
    indicatorOverview(workbooks),
    problemOverview(workbooks)
  ];
  return packPages(overviews.map(overviewPage), null);
}

/** 资金: a line for each project, by unit and amount, and their sum below. */
export function moneyOverview(workbooks: readonly CountedWorkbook[]): Overview {
  const titles = new Map(workbooks.map(({ id, title }) => [id, title]));
  const units = moneyByUnit(workbooks);
  const lines = units.flatMap(({ projects }) =>
    projects.map(({ unit, name, amount, workbook }) => [
      unit,
      name,
      amount === '' ? '' : formatAmount(new Decimal(amount)),
      titles.get(workbook) ?? ''
    ])
  );
  return {
    title: '资金',
    columns: [
      { title: '单位', width: 50, role: 'text' },
      { title: '项目', width: 60, role: 'text' },
      { title: '金额（万元）', width: 30, role: 'amount' },
      { title: '工作簿', width: 70, role: 'text' }
    ],
    rows: [...lines, [`合计 ${lines.length} 个项目`, '', formatAmount(totalMoney(units)), '']]
  };
}

/** 指标: a line for each second level, and their sum below. */
function indicatorOverview(workbooks: readonly CountedWorkbook[]): Overview {
  const levels = indicatorsByKind(workbooks);
  const sum = levels.reduce((total, { count }) => total + count, 0);
  return {
    title: '指标',
    columns: [
      { title: '一级指标', width: 36, role: 'text' },
      { title: '二级指标', width: 44, role: 'text' },
      { title: '指标数', width: 22, role: 'amount' },
      { title: '工作簿数', width: 22, role: 'amount' }
    ],
    rows: [
      ...levels.flatMap(({ second }) =>
        second.map((kind) => [kind.level1, kind.level2, String(kind.count), String(kind.workbooks)])
      ),
      ['合计', '', String(sum), '']
    ]
  };
}

/** 问题: a line for each rule and severity, and their sum below. */
function problemOverview(workbooks: readonly CountedWorkbook[]): Overview {
  const lines = problemsByRule(workbooks);
  const sum = lines.reduce((total, { count }) => total + count, 0);
  return {
    title: '问题',
    columns: [
      { title: '类别', width: 18, role: 'short' },
      { title: '问题', width: 80, role: 'text' },
      { title: '处数', width: 20, role: 'amount' },
      { title: '工作簿数', width: 22, role: 'amount' }
    ],
    rows: [
      ...lines.map(({ severity, title, count, papers }) => [
        SEVERITY_NAMES[severity],
        title,
        String(count),
        String(papers)
      ]),
      ['合计', '', String(sum), '']
    ]
  };
}
