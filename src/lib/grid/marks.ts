import type { Problem, Severity } from '#lib/model/problem.ts';
import { SEVERITIES } from '#lib/model/problem.ts';
import { mainColumn, type GridColumn } from './columns.ts';

/** What a cell shows beside its text: its gravest problem, and what its problems say. */
export interface Mark {
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

/** Somebody else who is in a cell. */
export interface PeerMark {
  readonly name: string;
  readonly colour: string;
}

/** The key of a cell in the maps of marks. */
export function cellKey(row: string, column: string): string {
  return `${row}/${column}`;
}

/** The marks of the cells that problems speak of; one of a whole row is shown at its main column. */
export function marksOf(
  problems: readonly Problem[],
  columns: readonly GridColumn[]
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, { severity: Severity; problems: Problem[] }>();
  const main = mainColumn(columns);
  for (const problem of problems) {
    const { row, column = main } = problem.place;
    if (row === undefined || problem.waived !== undefined) continue;
    const key = cellKey(row, column);
    const known = marks.get(key);
    if (known) {
      known.severity = graver(known.severity, problem.severity);
      known.problems.push(problem);
    } else marks.set(key, { severity: problem.severity, problems: [problem] });
  }
  return marks;
}

function graver(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
