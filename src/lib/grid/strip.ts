import { SEVERITIES, type Severity } from '#lib/model/problem.ts';
import type { Place } from '#lib/model/workbook.ts';
import type { Line } from './lines.ts';
import type { Mark } from './marks.ts';

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
  marks: ReadonlyMap<string, Mark>,
  heights: readonly number[],
  shown: Readonly<Record<Severity, boolean>>
): readonly StripMark[] {
  const problems = [...marks.values()].flatMap((mark) => mark.problems);
  const byRow = new Map<string, (typeof problems)[number]>();
  for (const problem of problems) {
    const { row } = problem.place;
    if (row === undefined || !shown[problem.severity]) continue;
    const known = byRow.get(row);
    if (!known || rank(problem.severity) < rank(known.severity)) byRow.set(row, problem);
  }
  const total = heights.reduce((sum, height) => sum + height, 0);
  const strip = new Map<number, StripMark>();
  let top = 0;
  lines.forEach(({ row, number }, index) => {
    const problem = byRow.get(row.id);
    const step = Math.floor(top / total / STEP);
    top += heights[index] ?? 0;
    if (!problem) return;
    const { severity, title, place } = problem;
    const known = strip.get(step);
    if (known && rank(known.severity) <= rank(severity)) return;
    strip.set(step, { at: step * STEP, severity, title: `第 ${number} 行：${title}`, place });
  });
  return [...strip.values()];
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
