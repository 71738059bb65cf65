import { headingOf, type GridColumn } from './columns.ts';
import type { HeadingMark } from './heading-buttons.ts';
import { isOnOneLine } from './heading-rows.ts';
import { linesNeeded } from './text-width.ts';

/** Pixels: a heading of one line, and each further line. */
const ROW = 28;
const FURTHER_LINE = 20;
/** What padding and button take of a heading's width in pixels, and a mark in it, as in the grid's CSS. */
const PADDING = 24;
const MARK = 18;
/** Where there is more than Chinese characters, a line may end early: no bracket begins the next one. */
const SLACK = 13;
const CHINESE = /^\p{Script=Han}*$/u;

/** The heights of the rows of headings in pixels, from above, for columns of these widths in pixels. */
export function headingHeights(
  columns: readonly GridColumn[],
  widths: readonly number[],
  marks: ReadonlyMap<string, HeadingMark> | undefined
): number[] {
  const heights = columns.map((column, at) => {
    const mark = marks?.get(column.id);
    const marked = mark !== undefined && (mark.filtered || mark.sorted !== null);
    const room = (widths[at] ?? 0) - PADDING - (marked ? MARK : 0);
    return heightOf(column, headingOf(columns, at), room);
  });
  if (columns.every(({ group }) => group === undefined)) return [Math.max(ROW, ...heights)];
  // A heading of no group is as high as both rows.
  const lower = heights.map((height, at) =>
    columns[at]!.group === undefined ? height - ROW : height
  );
  return [ROW, Math.max(ROW, ...lower)];
}

/**
 * Gives all layers of a table these heights, in pixels, by the grid's CSS. Handsontable measures the headings
 * of one layer, at times before they have their widths, and sets what it found on the first heading of
 * a row, which a higher one may hide: some layers would stand higher than the others.
 */
export function setHeadingHeights(element: HTMLElement, heights: readonly number[]): void {
  heights.forEach((height, at) =>
    element.style.setProperty(`--heading-row-${at + 1}`, `${height}px`)
  );
}

function heightOf(column: GridColumn, title: string, room: number): number {
  if (isOnOneLine(column) || linesNeeded(title, room) === 1) return ROW;
  const lines = linesNeeded(title, CHINESE.test(title) ? room : room - SLACK);
  return ROW + (lines - 1) * FURTHER_LINE;
}
