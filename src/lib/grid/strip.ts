import { SEVERITIES, type Problem, type Severity } from '#lib/model/problem.ts';
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
  const total = heights.reduce((sum, height) => sum + height, 0);
  const strip = new Map<number, StripMark>();
  let top = 0;
  lines.forEach(({ sheet, row, number }, index) => {
    const problem = gravest(marks.get(sheet)?.get(row.id), shown);
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

/** The first of the gravest problems of a row that are asked for. */
function gravest(
  marks: RowMarks | undefined,
  shown: Readonly<Record<Severity, boolean>>
): Problem | undefined {
  let found: Problem | undefined;
  for (const { problems } of marks?.values() ?? []) {
    for (const problem of problems) {
      const { severity } = problem;
      if (shown[severity] && (!found || rank(severity) < rank(found.severity))) found = problem;
    }
  }
  return found;
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
