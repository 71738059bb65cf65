import type { Edit } from './edit.ts';
import type { Place } from './workbook.ts';

/**
 * `error` must be mended before submitting, `warning` is what a reviewer will ask about,
 * `info` is worth a look.
 */
export type Severity = 'error' | 'warning' | 'info';

/** The severities, gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A remedy: applied, it is one edit and one step of undo. */
export interface Fix {
  readonly label: string;
  readonly edit: Edit;
}

/** What a rule found. */
export interface Problem {
  /** The rule's name, as in the catalogue of rules. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What the message speaks of, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong in a few words: 预算数与资金来源不符. */
  readonly title: string;
  /** What is wrong with the value in it, why it matters, what to do. */
  readonly message: string;
  /** Other places the finding rests on. */
  readonly related: readonly Place[];
  readonly fixes: readonly Fix[];
  readonly waived?: string;
}

/** How many problems there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

/** Counts problems by severity; waived ones are not counted. */
export function countProblems(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const problem of problems) if (problem.waived === undefined) counts[problem.severity] += 1;
  return counts;
}

const keys = new WeakMap<Problem, string>();

/** A name for a problem that stays the same from one check to the next while it is the same problem. */
export function problemKey(problem: Problem): string {
  // Lists of thousands ask for it at every edit.
  const known = keys.get(problem);
  if (known !== undefined) return known;
  const { code, place, related } = problem;
  const { sheet, row, column, field, range } = place;
  // A sheet that equals several others has a problem with each of them.
  const key = [code, sheet, row, column, field, range?.join('-'), related[0]?.sheet].join(' ');
  keys.set(problem, key);
  return key;
}
