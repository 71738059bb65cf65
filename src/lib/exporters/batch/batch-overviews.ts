import { readProblems, type CheckedPaper } from '#lib/model/checked-paper.ts';
import { addTallies } from '#lib/model/problem-tally.ts';
import type { Overview } from '../overview.ts';
import { SEVERITY_NAMES } from '../severity-names.ts';

/** One of many files as the table lists it: what was found in it, or why it was not checked. */
export interface BatchEntry {
  readonly file: string;
  /** Null where the file was not checked. */
  readonly paper: CheckedPaper | null;
  /** 已检查, or one sentence why not. */
  readonly state: string;
}

/** Excel holds 1,048,576 rows on a sheet; fewer are opened faster by the programs of offices. */
const MOST_ROWS = 60_000;

/** Excel holds 32,767 in a cell, and a message may repeat a cell as long as that. */
const LONGEST_MESSAGE = 2_000;

/** 检查结果: a line for each file, and their sums below. */
export function paperOverview(entries: readonly BatchEntry[]): Overview {
  const sum = (count: (paper: CheckedPaper) => number) =>
    String(entries.reduce((total, { paper }) => total + (paper ? count(paper) : 0), 0));
  return {
    title: '检查结果',
    columns: [
      { title: '文件', width: 56, role: 'text' },
      { title: '工作簿', width: 60, role: 'text' },
      { title: '单位', width: 44, role: 'text' },
      { title: '年度', width: 14, role: 'short' },
      { title: '项目', width: 14, role: 'amount' },
      { title: '错误', width: 14, role: 'amount' },
      { title: '警告', width: 14, role: 'amount' },
      { title: '提示', width: 14, role: 'amount' },
      { title: '没有归位', width: 18, role: 'amount' },
      { title: '状态', width: 60, role: 'text' }
    ],
    rows: [
      ...entries.map(({ file, paper, state }) =>
        paper
          ? [
              file,
              paper.title,
              paper.unit,
              String(paper.year ?? ''),
              ...COUNTED.map((count) => String(count(paper))),
              state
            ]
          : [file, '', '', '', '', '', '', '', '', state]
      ),
      [`合计 ${entries.length} 个文件`, '', '', '', ...COUNTED.map(sum), '']
    ]
  };
}

const COUNTED: readonly ((paper: CheckedPaper) => number)[] = [
  ({ projects }) => projects,
  ({ counts }) => counts.error,
  ({ counts }) => counts.warning,
  ({ counts }) => counts.info,
  ({ unplaced }) => unplaced
];

/** 常见问题: the rules that spoke, the gravest and most frequent first. */
export function frequentOverview(entries: readonly BatchEntry[]): Overview {
  const lines = addTallies(entries.flatMap(({ paper }) => (paper ? [paper.tally] : [])));
  return {
    title: '常见问题',
    columns: [
      { title: '类别', width: 14, role: 'short' },
      { title: '问题', width: 70, role: 'text' },
      { title: '规则', width: 50, role: 'text' },
      { title: '处数', width: 16, role: 'amount' },
      { title: '文本份数', width: 18, role: 'amount' }
    ],
    rows: lines.map(({ severity, title, code, count, papers }) => [
      SEVERITY_NAMES[severity],
      title,
      code,
      String(count),
      String(papers)
    ])
  };
}

/** 全部问题: every problem of every file, on as many sheets as their number needs. */
export function problemOverviews(entries: readonly BatchEntry[]): Overview[] {
  const rows = entries.flatMap(({ file, paper }) => (paper ? problemRows(file, paper) : []));
  const pages = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: pages }, (_, page) => ({
    title: page === 0 ? '全部问题' : `全部问题 ${page + 1}`,
    columns: PROBLEM_COLUMNS,
    rows: rows.slice(page * MOST_ROWS, (page + 1) * MOST_ROWS)
  }));
}

const PROBLEM_COLUMNS: Overview['columns'] = [
  { title: '文件', width: 44, role: 'text' },
  { title: '单位', width: 40, role: 'text' },
  { title: '类别', width: 16, role: 'short' },
  { title: '位置', width: 50, role: 'text' },
  { title: '问题', width: 44, role: 'text' },
  { title: '说明和修改建议', width: 90, role: 'text' },
  { title: '规则', width: 44, role: 'text' }
];

function problemRows(file: string, paper: CheckedPaper): string[][] {
  return readProblems(paper).map(({ severity, waived, place, title, message, code }) => [
    file,
    paper.unit,
    waived ? '已豁免' : SEVERITY_NAMES[severity],
    place,
    title,
    message.slice(0, LONGEST_MESSAGE),
    code
  ]);
}
