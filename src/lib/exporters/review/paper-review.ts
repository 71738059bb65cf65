import { WHOLE_PAPER } from '#lib/model/own-field.ts';
import { countProblems, SEVERITIES, type Counts, type Problem } from '#lib/model/problem.ts';
import { fieldText, sheetName, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { CommentThread } from '#lib/model/comment.ts';
import { commentTexts, type CommentTexts } from './comment-texts.ts';
import { problemTexts, type ProblemTexts } from './problem-texts.ts';

/** What a reviewer has to say of one paper: enough to print it, without the paper itself. */
export interface PaperReview {
  readonly title: string;
  /** The name of the file that was reviewed; empty for a workbook that is open. */
  readonly file: string;
  /** Whom the review goes to: the department, or else the units of the tables; empty where none is named. */
  readonly unit: string;
  readonly department: string;
  readonly year: number | null;
  readonly counts: ReviewCounts;
  /** The sheets that have problems, the whole paper before them. */
  readonly sheets: readonly SheetReview[];
  /** What people have written beside the paper. */
  readonly comments: readonly CommentTexts[];
}

/** What is said of one sheet: the graver problems first, the accepted ones last. */
export interface SheetReview {
  readonly name: string;
  /** What the project is known by: its code, its unit, its money. */
  readonly facts: string;
  readonly counts: ReviewCounts;
  readonly problems: readonly ProblemTexts[];
}

/** The review of a paper as bytes, which take less room than objects do, with what tells whose it is. */
export interface PackedReview extends Pick<PaperReview, 'title' | 'file' | 'unit'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How many problems are open, and how many were accepted. */
export interface ReviewCounts extends Counts {
  readonly waived: number;
}

/** What a reviewer has to say of a paper, from the problems that a check found in it and the comments on it. */
export function reviewPaper(
  workbook: Workbook,
  problems: readonly Problem[],
  file = '',
  threads: readonly CommentThread[] = []
): PaperReview {
  return {
    title: workbook.title === '' ? '未命名工作簿' : workbook.title,
    file,
    unit: unitOf(workbook),
    department: workbook.department,
    year: workbook.year,
    counts: reviewCounts(problems),
    sheets: [undefined, ...workbook.sheets]
      .map((sheet) => ({ sheet, found: problemsOf(sheet, problems) }))
      .filter(({ found }) => found.length > 0)
      .map(({ sheet, found }) => ({
        name: sheet ? sheetName(sheet) : WHOLE_PAPER,
        facts: sheet ? factsOf(sheet) : '',
        counts: reviewCounts(found),
        problems: found.map((problem) => problemTexts(workbook, sheet, problem))
      })),
    comments: commentTexts(workbook, threads)
  };
}

/** Packs the review of a paper, of which many are kept until all are printed. */
export function packPaperReview(review: PaperReview): PackedReview {
  const { title, file, unit } = review;
  return { title, file, unit, bytes: new TextEncoder().encode(JSON.stringify(review)) };
}

/** The review that `packPaperReview` packed. */
export function unpackPaperReview({ bytes }: PackedReview): PaperReview {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function unitOf({ department, sheets }: Workbook): string {
  if (department !== '') return department;
  const named = sheets.map((sheet) => fieldText(sheet, 'unitName') || fieldText(sheet, 'unitCode'));
  return [...new Set(named.filter((name) => name !== ''))].join('、');
}

function problemsOf(sheet: Sheet | undefined, problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ severity, waived }: Problem) =>
    waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return problems
    .filter(({ place }) => place.sheet === sheet?.id)
    .sort((one, other) => rank(one) - rank(other));
}

function reviewCounts(problems: readonly Problem[]): ReviewCounts {
  const waived = problems.filter((problem) => problem.waived !== undefined).length;
  return { ...countProblems(problems), waived };
}

function factsOf(sheet: Sheet): string {
  if (sheet.kind !== 'project') return '';
  const text = (field: string) => fieldText(sheet, field);
  const unit = [text('unitCode'), text('unitName')].filter((part) => part !== '').join(' ');
  return [
    text('projectCode') === '' ? '' : `项目编码：${text('projectCode')}`,
    unit === '' ? '' : `单位：${unit}`,
    text('budget') === '' ? '' : `预算数：${text('budget')} ${text('moneyUnit') || '万元'}`
  ]
    .filter((fact) => fact !== '')
    .join('　');
}
