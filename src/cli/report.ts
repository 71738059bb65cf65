import { describePlace } from '#lib/model/describe-place.ts';
import type { Note } from '#lib/model/note.ts';
import { countProblems, type Problem, type Severity } from '#lib/model/problem.ts';
import { addTallies, tallyProblems, type TallyLine } from '#lib/model/problem-tally.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** What checking one file brought. */
export interface CheckedFile {
  /** As the person wrote it. */
  readonly file: string;
  /** Null where the file could not be read. */
  readonly workbook: Workbook | null;
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  /** Why the file could not be read, in one sentence; absent where it could. */
  readonly refusal?: string;
}

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示'
};

/** What is said of notes on lines that need a human; the other notes tell of no loss. */
const LOSSES: Readonly<Partial<Record<Note['kind'], string>>> = {
  unplaced: '没有归位',
  unknown: '无法得知'
};

/** A report that is written file by file, so that a folder of any size takes the memory of few. */
export interface Report {
  /** What to print for one more file. */
  readonly add: (checked: CheckedFile) => string;
  /** What to print after the last. */
  readonly end: () => string;
}

/** The report for programs: a list with one object for each file, a problem's place spread into it. */
export function jsonReport(): Report {
  let separator = '[\n';
  return {
    add: ({ problems, ...rest }) => {
      const plain = {
        ...rest,
        problems: problems.map(({ place, code, severity, ...others }) => ({
          code,
          severity,
          ...place,
          ...others
        }))
      };
      const text = `${separator}${JSON.stringify(plain, null, 2)}`;
      separator = ',\n';
      return text;
    },
    end: () => '\n]\n'
  };
}

/**
 * The report for people: a paragraph for each file, a line for each problem and each lost line; after
 * several files what was found in all of them.
 */
export function textReport(): Report {
  let files = 0;
  let unread = 0;
  let tally: readonly TallyLine[] = [];
  return {
    add: (checked) => {
      const separator = files === 0 ? '' : '\n';
      files += 1;
      if (!checked.workbook) unread += 1;
      tally = addTallies([tally, tallyProblems(checked.problems)]);
      return `${separator}${paragraph(checked)}\n`;
    },
    end: () => (files > 1 ? `\n${totals(files, unread, tally)}\n` : '')
  };
}

/** The last paragraph: the rules that spoke, the gravest and most frequent first. */
function totals(files: number, unread: number, tally: readonly TallyLine[]): string {
  const countOf = (wanted: Severity) =>
    tally.reduce((sum, { count, severity }) => sum + (severity === wanted ? count : 0), 0);
  return [
    `合计  ${files} 个文件${unread > 0 ? `（${unread} 个未检查）` : ''}  错误 ${countOf('error')} 警告 ${countOf('warning')} 提示 ${countOf('info')}`,
    ...tally.map(
      ({ code, title, severity, count, papers }) =>
        `  ${SEVERITY_NAMES[severity]}  ${count} 处，${papers} 份文本  ${title}  ${code}`
    )
  ].join('\n');
}

function paragraph({ file, workbook, notes, problems, refusal }: CheckedFile): string {
  if (!workbook) return `${file}\n  未检查：${refusal}`;
  const { error, warning, info } = countProblems(problems);
  const lost = notes.filter(({ kind }) => kind in LOSSES);
  return [
    `${file}  ${workbook.title}  错误 ${error} 警告 ${warning} 提示 ${info}`,
    ...lost.map(({ kind, line, text }) => `  原文第 ${line} 行  ${LOSSES[kind]}：${text}`),
    ...problems.map((problem) => `  ${problemLine(workbook, problem)}`)
  ].join('\n');
}

function problemLine(workbook: Workbook, problem: Problem): string {
  const { code, severity, place, title, message, waived } = problem;
  const name = waived === undefined ? SEVERITY_NAMES[severity] : '已豁免';
  return `${name}  ${describePlace(workbook, place)}  ${title}。${message}  ${code}`;
}
