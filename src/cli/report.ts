import { describePlace } from '#lib/model/describe-place.ts';
import type { Language } from '#lib/model/language.ts';
import type { Note } from '#lib/model/note.ts';
import { countProblems, type Problem, type Severity } from '#lib/model/problem.ts';
import { addTallies, tallyProblems, type TallyLine } from '#lib/model/problem-tally.ts';
import { titledMessage } from '#lib/model/titled-message.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { REPORT_WORDS, type ReportWords } from './report-words.ts';

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
export function textReport(language: Language): Report {
  const words = REPORT_WORDS[language];
  let files = 0;
  let unread = 0;
  let tally: readonly TallyLine[] = [];
  return {
    add: (checked) => {
      const separator = files === 0 ? '' : '\n';
      files += 1;
      if (!checked.workbook) unread += 1;
      tally = addTallies([tally, tallyProblems(checked.problems)]);
      return `${separator}${paragraph(checked, words)}\n`;
    },
    end: () => (files > 1 ? `\n${totals(files, unread, tally, words)}\n` : '')
  };
}

/** The last paragraph: the rules that spoke, the gravest and most frequent first. */
function totals(
  files: number,
  unread: number,
  tally: readonly TallyLine[],
  words: ReportWords
): string {
  const countOf = (wanted: Severity) =>
    tally.reduce((sum, { count, severity }) => sum + (severity === wanted ? count : 0), 0);
  const counts = { error: countOf('error'), warning: countOf('warning'), info: countOf('info') };
  return [
    `${words.total(files, unread)}  ${words.counts(counts)}`,
    ...tally.map((line) => {
      const { code, title, severity } = line;
      return `  ${words.severities[severity]}  ${words.tally(line)}  ${title}  ${code}`;
    })
  ].join('\n');
}

function paragraph(
  { file, workbook, notes, problems, refusal = '' }: CheckedFile,
  words: ReportWords
): string {
  if (!workbook) return `${file}\n  ${words.refused(refusal)}`;
  return [
    `${file}  ${workbook.title}  ${words.counts(countProblems(problems))}`,
    ...notes.flatMap(({ kind, line, text }) => {
      const loss = words.losses[kind];
      return loss === undefined ? [] : `  ${words.loss(line, loss, text)}`;
    }),
    ...problems.map((problem) => `  ${problemLine(workbook, problem, words)}`)
  ].join('\n');
}

function problemLine(workbook: Workbook, problem: Problem, words: ReportWords): string {
  const { code, severity, place, waived } = problem;
  const name = waived === undefined ? words.severities[severity] : words.waived;
  return `${name}  ${describePlace(workbook, place)}  ${titledMessage(problem)}  ${code}`;
}
