import type { Problem, Severity } from '#lib/model/problem.ts';
import { SEVERITIES } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import type { Place } from '#lib/model/workbook.ts';
import { mainColumn, type GridColumn } from './columns.ts';

/** What a cell shows beside its text: its gravest problem, and what its problems say. */
export interface Mark {
  readonly severity: Severity;
  readonly problems: readonly Problem[];
}

/** What the cells of a row show, by column. */
export type RowMarks = ReadonlyMap<string, Mark>;

/** What the cells of some sheets show, by sheet and row. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, RowMarks>>;

/** Marks what problems speak of, which are given by the ids of their sheets. */
export type Marking = (problems: ReadonlyMap<string, readonly Problem[]>) => Marks;

/** Somebody else who is in a cell. */
export interface PeerMark {
  readonly name: string;
  readonly colour: string;
}

/** The key of a cell in the maps of what comments, colleagues and findings mark. */
export function cellKey(row: string, column: string): string {
  return `${row}/${column}`;
}

/** The mark of a cell. */
export function markAt(marks: Marks, { sheet, row, column }: Place): Mark | undefined {
  return marks
    .get(sheet ?? '')
    ?.get(row ?? '')
    ?.get(column ?? '');
}

/**
 * A marking of the cells of these columns; a problem of a whole row is shown at the main one. A list of
 * problems that was marked before, by identity, keeps its marks: a check makes few of them anew.
 */
export function createMarking(columns: readonly GridColumn[]): Marking {
  const main = mainColumn(columns);
  const marksOfSheet = remember((problems: readonly Problem[]) => marksByRow(problems, main));
  let last: Marks = new Map();
  return (problems) => {
    const marks = new Map([...problems].map(([sheet, list]) => [sheet, marksOfSheet(list)]));
    const same =
      marks.size === last.size && [...marks].every(([sheet, rows]) => last.get(sheet) === rows);
    if (!same) last = marks;
    return last;
  };
}

function marksByRow(
  problems: readonly Problem[],
  main: string
): ReadonlyMap<string, ReadonlyMap<string, Mark>> {
  const rows = new Map<string, Map<string, { severity: Severity; problems: Problem[] }>>();
  for (const problem of problems) {
    const { row, column = main } = problem.place;
    if (row === undefined || problem.waived !== undefined) continue;
    let marks = rows.get(row);
    if (!marks) rows.set(row, (marks = new Map()));
    const known = marks.get(column);
    if (known) {
      known.severity = graver(known.severity, problem.severity);
      known.problems.push(problem);
    } else marks.set(column, { severity: problem.severity, problems: [problem] });
  }
  return rows;
}

function graver(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
