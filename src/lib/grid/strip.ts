import { SEVERITIES, type Problem, type Severity } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import type { Place } from '#lib/model/workbook.ts';
import type { Line } from './lines.ts';
import type { Marks, RowMarks } from './marks.ts';

/** A mark beside the scrollbar. */
export interface StripMark {
  /** Where the row begins, as a share of the height of all rows. */
  readonly at: number;
  readonly severity: Severity;
  readonly title: string;
  readonly place: Place;
}

/** Marks nearer than this share of the height would lie on each other: the gravest stands for all. */
const STEP = 1 / 250;

/**
 * The marks of a strip beside the rows. `heights` are those of the lines in pixels, `shown` the
 * severities that are asked for.
 */
export function stripMarks(
  lines: readonly Line[],
  marks: Marks,
  heights: readonly number[],
  shown: Readonly<Record<Severity, boolean>>
): readonly StripMark[] {
  const asked = SEVERITIES.filter((severity) => shown[severity]);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const strip = new Map<number, StripMark>();
  let top = 0;
  // A plain loop: what a callback adds up is put on the heap anew for each of 10,000 lines.
  for (let index = 0; index < lines.length; index++) {
    const { sheet, row, number } = lines[index]!;
    const rows = marks.get(sheet);
    const first = rows && firstProblems(rows).get(row.id);
    const gravest = first && asked.find((one) => first[one]);
    const problem = gravest && first[gravest];
    const step = Math.floor(top / total / STEP);
    top += heights[index] ?? 0;
    if (!problem) continue;
    const { severity, title, place } = problem;
    const known = strip.get(step);
    if (known && rank(known.severity) <= rank(severity)) continue;
    strip.set(step, { at: step * STEP, severity, title: `第 ${number} 行：${title}`, place });
  }
  return [...strip.values()];
}

/** The first problem of each severity in a row. */
type FirstProblems = Partial<Record<Severity, Problem>>;

/** Those of the rows of a sheet, which few edits change. */
const firstProblems = remember((rows: ReadonlyMap<string, RowMarks>) => {
  const found = new Map<string, FirstProblems>();
  for (const [row, marks] of rows) {
    const first: FirstProblems = {};
    for (const { problems } of marks.values())
      for (const problem of problems) first[problem.severity] ??= problem;
    found.set(row, first);
  }
  return found;
});

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
