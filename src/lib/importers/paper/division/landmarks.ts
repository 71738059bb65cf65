import { isHeadLine } from '../project/head-line.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';
import { isBlank, type Line } from '../lines.ts';

/** The two rows by which a table is known when no heading stands above it. */
export type Landmark = 'code' | 'columns';
export type SeenLandmarks = Readonly<Record<Landmark, boolean>>;
export const NOTHING_SEEN: SeenLandmarks = { code: false, columns: false };

/** Lines without these words need not be taken apart. */
const MAY_BE_LANDMARK = /编\s*码|一\s*级/;

/** The landmark that a line holds in one of its cells; null where it holds none. */
export function landmarkIn(line: Line): Landmark | null {
  if (!MAY_BE_LANDMARK.test(line.text)) return null;
  for (const cell of line.text.split('\t')) {
    const words = labelWords(cell);
    if (words === '项目编码') return 'code';
    if (words === '一级指标') return 'columns';
  }
  return null;
}

/**
 * Whether a landmark begins a table: a second 项目编码 does, a second 一级指标 only repeats the columns on a
 * new page.
 */
export function startsTable(found: Landmark, seen: SeenLandmarks, inTable: boolean): boolean {
  return !inTable || (found === 'code' && (seen.code || seen.columns));
}

/**
 * The index of the first line of a table that is known by the row at `index`: the unit and 单位：万元 stand
 * above it, not above `floor`.
 */
export function firstHeadLine(lines: readonly Line[], index: number, floor: number): number {
  let first = index;
  for (let above = index - 1; above >= floor; above -= 1) {
    const line = lines[above]!;
    if (isBlank(line)) continue;
    if (!isHeadLine(line.text)) break;
    first = above;
  }
  return first;
}
