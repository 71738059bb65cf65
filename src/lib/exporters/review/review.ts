import { printedCell, type PrintedCell, type PrintedTable } from '../form/printed-table.ts';
import type { PaperReview, ReviewCounts } from './paper-review.ts';
import type { CommentTexts } from './comment-texts.ts';
import type { ProblemTexts } from './problem-texts.ts';

/** The review sheet 审核意见: the note of a reviewer back to a unit, with every problem of its papers. */
export interface Review {
  readonly title: string;
  /** What is reviewed: the paper, or the unit of several. */
  readonly subject: string;
  /** What is reviewed, and what came of it, a paragraph each. */
  readonly opening: readonly string[];
  readonly parts: readonly ReviewPart[];
  /** Lines to sign and date. */
  readonly closing: readonly string[];
}

/** A part of a review below a heading of its own. */
export interface ReviewPart {
  readonly heading: string;
  readonly level: 2 | 3;
  /** Whether it begins on a new page. */
  readonly newPage: boolean;
  /** A paragraph each. */
  readonly facts: readonly string[];
  readonly table: PrintedTable | null;
}

/** Widths in millimetres, each time together the text width of A4. */
const PROBLEM_WIDTHS = [11, 13, 29, 31, 30, 56];
const COMMENT_WIDTHS = [14, 46, 110];
const SHEET_WIDTHS = [90, 20, 20, 20, 20];
const PAPER_WIDTHS = [12, 50, 48, 15, 15, 15, 15];

const COUNT_TITLES = ['错误', '警告', '提示', '已豁免'];

const CLOSING = [
  '审核单位（盖章）：　　　　　　　　　审核人：　　　　　　　审核日期：　　　年　　月　　日',
  '修改情况说明：',
  '填报单位（盖章）：　　　　　　　　　经办人：　　　　　　　修改日期：　　　年　　月　　日'
];

/**
 * Lays out the review of a unit's papers: of one its sheets, of several a table of them and each paper
 * below a heading of its own. Problems are numbered through.
 * @param papers one or more; with none it throws
 */
export function layOutReview(papers: readonly PaperReview[]): Review {
  const [first, ...others] = papers;
  if (first === undefined) throw new Error('a review of no papers');
  const numbered = numberer();
  if (others.length === 0) {
    return {
      title: '审核意见',
      subject: first.title,
      opening: [`审核文本：${first.title}`, ...factsOf(first), resultOf([first])],
      parts: [...paperParts(first, 2, numbered), ...commentParts(first, 2)],
      closing: CLOSING
    };
  }
  return {
    title: '审核意见',
    subject: first.unit,
    opening: [`单位：${first.unit}`, `审核文本：${papers.length} 份`, resultOf(papers)],
    parts: [
      part('各份文本的问题数', 2, papersTable(papers)),
      ...papers.flatMap((paper, index) => [
        {
          ...part(`文本 ${index + 1}：${paper.title}`, 2, null),
          newPage: true,
          facts: [...factsOf(paper), resultOf([paper])]
        },
        ...paperParts(paper, 3, numbered),
        ...commentParts(paper, 3)
      ])
    ],
    closing: CLOSING
  };
}

/** Gives problems their numbers, from 1 through the whole review. */
function numberer(): (problem: ProblemTexts) => PrintedCell[] {
  let number = 0;
  return ([kind, ...texts]) => [
    printedCell(String((number += 1)), 'short'),
    printedCell(kind, 'short'),
    ...texts.map((text) => printedCell(text))
  ];
}

/** The parts of one paper: how many problems each sheet has, and the problems of each. */
function paperParts(
  { sheets }: PaperReview,
  level: ReviewPart['level'],
  numbered: ReturnType<typeof numberer>
): ReviewPart[] {
  if (sheets.length === 0) return [];
  const counted = {
    widths: SHEET_WIDTHS,
    rows: [
      headings('表', ...COUNT_TITLES),
      ...sheets.map(({ name, counts }) => [printedCell(name), ...countCells(counts)])
    ]
  };
  return [
    part('各表的问题数', level, counted),
    ...sheets.map(({ name, facts, problems }) => ({
      ...part(name, level, {
        widths: PROBLEM_WIDTHS,
        rows: [
          headings('序号', '类别', '位置', '现在的内容', '问题', '说明和修改建议'),
          ...problems.map(numbered)
        ]
      }),
      facts: facts === '' ? [] : [facts]
    }))
  ];
}

/** What people have written beside the paper; no part where nobody has. */
function commentParts({ comments }: PaperReview, level: ReviewPart['level']): ReviewPart[] {
  if (comments.length === 0) return [];
  const rows = comments.map(([state, ...texts]: CommentTexts) => [
    printedCell(state, 'short'),
    ...texts.map((text) => printedCell(text))
  ]);
  const table = { widths: COMMENT_WIDTHS, rows: [headings('状态', '位置', '批注'), ...rows] };
  return [part('批注', level, table)];
}

function part(heading: string, level: ReviewPart['level'], table: PrintedTable | null): ReviewPart {
  return { heading, level, newPage: false, facts: [], table };
}

/** The table in front: a line for each paper, and their sums below. */
function papersTable(papers: readonly PaperReview[]): PrintedTable {
  return {
    widths: PAPER_WIDTHS,
    rows: [
      headings('序号', '文本', '文件', ...COUNT_TITLES),
      ...papers.map(({ title, file, counts }, index) => [
        printedCell(String(index + 1), 'short'),
        printedCell(title),
        printedCell(file),
        ...countCells(counts)
      ]),
      [printedCell('合计', 'heading', 3), ...countCells(sumOf(papers))]
    ]
  };
}

function headings(...titles: readonly string[]): PrintedCell[] {
  return titles.map((title) => printedCell(title, 'heading'));
}

function countCells({ error, warning, info, waived }: ReviewCounts): PrintedCell[] {
  return [error, warning, info, waived].map((count) => printedCell(String(count), 'short'));
}

/** What a paper is known by besides its title. */
function factsOf({ file, department, year }: PaperReview): string[] {
  const known = [
    department === '' ? '' : `部门：${department}`,
    year === null ? '' : `预算年度：${year} 年`
  ];
  const facts = known.filter((fact) => fact !== '').join('　　');
  return [...(file === '' ? [] : [`文件：${file}`]), ...(facts === '' ? [] : [facts])];
}

function resultOf(papers: readonly PaperReview[]): string {
  const { error, warning, info, waived } = sumOf(papers);
  const whole = error + warning + info + waived;
  if (whole === 0) return '审核结果：没有发现问题。';
  const counts = [
    `错误 ${error} 处`,
    `警告 ${warning} 处`,
    `提示 ${info} 处`,
    ...(waived > 0 ? [`已豁免 ${waived} 处`] : [])
  ];
  return `审核结果：共 ${whole} 处，其中${counts.join('、')}。错误须在报送前修改；警告请核对后修改或说明；提示供参考。`;
}

function sumOf(papers: readonly PaperReview[]): ReviewCounts {
  const sum = (kind: keyof ReviewCounts) =>
    papers.reduce((total, { counts }) => total + counts[kind], 0);
  return {
    error: sum('error'),
    warning: sum('warning'),
    info: sum('info'),
    waived: sum('waived')
  };
}
