import type { GridColumn } from './columns.ts';
import { indentOf, shownText, type Line } from './lines.ts';
import { textWidth } from './text-width.ts';

/** Pixels: what a cell takes beside its text, what its heading takes with the button, and each indent. */
const AIR = 22;
const HEADING_AIR = 42;
const INDENT = 14;
/** A column that is wider than this is read no better; its texts go on in further lines. */
const WIDEST = 480;
const NARROWEST = 40;

/** The width in pixels at which the texts of a column and its heading stand on one line each. */
export function bestWidth(lines: readonly Line[], column: GridColumn, heading: string): number {
  const needed = lines.reduce(
    (most, line) =>
      Math.max(most, textWidth(shownText(line, column.id)) + AIR + indentOf(line, column) * INDENT),
    textWidth(heading) + HEADING_AIR
  );
  return Math.ceil(Math.min(WIDEST, Math.max(NARROWEST, needed)));
}
