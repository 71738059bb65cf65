import { describePlace } from './describe-place.ts';
import type { Note } from './note.ts';
import { countProblems, type Counts, type Problem, type Severity } from './problem.ts';
import { tallyProblems, type TallyLine } from './problem-tally.ts';
import { unitName } from './unit-name.ts';
import type { Workbook } from './workbook.ts';

/** What is kept of one of many papers that were checked: enough to list it, never the paper itself. */
export interface CheckedPaper {
  readonly title: string;
  readonly unit: string;
  readonly year: number | null;
  /** How many project tables it has. */
  readonly projects: number;
  readonly counts: Counts;
  /** How many lines of the source found no place. */
  readonly unplaced: number;
  readonly tally: readonly TallyLine[];
  /** As `readProblems` reads them: five hundred papers together have a hundred thousand. */
  readonly problems: Uint8Array<ArrayBuffer>;
}

/** A problem as it is listed outside of its workbook. */
export interface ListedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly waived: boolean;
  /** In the user's words. */
  readonly place: string;
  readonly title: string;
  readonly message: string;
}

/** What to keep of a paper that was read and checked. */
export function checkedPaper(
  workbook: Workbook,
  notes: readonly Note[],
  problems: readonly Problem[]
): CheckedPaper {
  return {
    title: workbook.title,
    unit: unitName(workbook),
    year: workbook.year,
    projects: workbook.sheets.filter(({ kind }) => kind === 'project').length,
    counts: countProblems(problems),
    unplaced: notes.filter(({ kind }) => kind === 'unplaced').length,
    tally: tallyProblems(problems),
    problems: new TextEncoder().encode(
      JSON.stringify(problems.map((problem) => listed(workbook, problem)))
    )
  };
}

/** The problems of a checked paper, in the order of the check. */
export function readProblems({ problems }: CheckedPaper): readonly ListedProblem[] {
  return JSON.parse(new TextDecoder().decode(problems));
}

function listed(
  workbook: Workbook,
  { code, severity, waived, place, title, message }: Problem
): ListedProblem {
  return {
    code,
    severity,
    waived: waived !== undefined,
    place: describePlace(workbook, place),
    title,
    message
  };
}
