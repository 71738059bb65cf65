import { describe, expect, it } from 'vitest';
import {
  frequentOverview,
  paperOverview,
  problemOverviews
} from '#lib/exporters/batch/batch-overviews.ts';
import { exportBatchXlsx } from '#lib/exporters/batch/batch-xlsx.ts';
import { importFile } from '#lib/importers/import.ts';
import type { CheckedPaper, ListedProblem } from '#lib/model/checked-paper.ts';

const listed = (place: string, values: Partial<ListedProblem> = {}): ListedProblem => ({
  code: 'unit-missing',
  severity: 'error',
  waived: false,
  place,
  title: '指标值缺少计量单位',
  message: '写上单位。',
  ...values
});

const paper = (unit: string, problems: readonly ListedProblem[]): CheckedPaper => ({
  title: `${unit}绩效文本`,
  unit,
  year: 2025,
  projects: 2,
  counts: { error: problems.length, warning: 1, info: 0 },
  unplaced: 4,
  tally: [
    {
      code: 'unit-missing',
      title: '指标值缺少计量单位',
      severity: 'error',
      count: problems.length,
      papers: 1
    }
  ],
  problems: new TextEncoder().encode(JSON.stringify(problems))
});

const water = paper('青泉县水务局', [
  listed('1.河道清淤 第 2 行 指标值'),
  listed('=1+1', { waived: true, message: '长'.repeat(40_000) })
]);
const school = paper('青泉县教育局', [listed('预算数')]);
const entries = [
  { file: '水务.docx', paper: water, state: '已检查' },
  { file: '坏的.pdf', paper: null, state: '这个 PDF 已损坏。' },
  { file: '教育.xlsx', paper: school, state: '已检查' }
];

describe('the table of papers', () => {
  it('has a line for each file, with why one was not checked, and the sums', () => {
    expect(paperOverview(entries).rows).toEqual([
      [
        '水务.docx',
        '青泉县水务局绩效文本',
        '青泉县水务局',
        '2025',
        '2',
        '2',
        '1',
        '0',
        '4',
        '已检查'
      ],
      ['坏的.pdf', '', '', '', '', '', '', '', '', '这个 PDF 已损坏。'],
      [
        '教育.xlsx',
        '青泉县教育局绩效文本',
        '青泉县教育局',
        '2025',
        '2',
        '1',
        '1',
        '0',
        '4',
        '已检查'
      ],
      ['合计 3 个文件', '', '', '', '4', '3', '2', '0', '8', '']
    ]);
  });

  it('adds up the rules over all papers', () => {
    expect(frequentOverview(entries).rows).toEqual([
      ['错误', '指标值缺少计量单位', 'unit-missing', '3', '2']
    ]);
  });

  it('lists every problem, with no text that is too long for a cell', () => {
    const [page, ...more] = problemOverviews(entries);
    expect(more).toEqual([]);
    expect(page!.rows.map(([file, , kind, place]) => [file, kind, place])).toEqual([
      ['水务.docx', '错误', '1.河道清淤 第 2 行 指标值'],
      ['水务.docx', '已豁免', '=1+1'],
      ['教育.xlsx', '错误', '预算数']
    ]);
    expect(Math.max(...page!.rows.flat().map(({ length }) => length))).toBe(2_000);
  });

  it('goes on with another sheet where the problems are too many for one', () => {
    const many = paper(
      '青泉县水务局',
      Array.from({ length: 60_001 }, (_, index) => listed(String(index)))
    );
    const pages = problemOverviews([{ file: '水务.docx', paper: many, state: '已检查' }]);
    expect(pages.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['全部问题', 60_000],
      ['全部问题 2', 1]
    ]);
  });
});

it('is a spreadsheet that is read back, no text taken for a formula', async () => {
  const bytes = exportBatchXlsx(entries);
  const result = await importFile({ name: '结果.xlsx', bytes });
  if (!result.ok) throw new Error(result.sentence);
  const texts = JSON.stringify(result.workbook.sheets);
  for (const text of ['青泉县水务局绩效文本', '这个 PDF 已损坏。', '合计3个文件', '=1+1']) {
    expect(texts).toContain(text);
  }
});
