import type { GridColumn } from './columns.ts';
import { indentOf, isRepeated, shownText, type Line } from './lines.ts';
import { linesNeeded } from './text-width.ts';

/** The height of a row of one line, in pixels. */
export const ROW = 28;
/** Pixels: what each further line adds, and what the padding of a cell takes of its width. */
const FURTHER_LINE = 20;
const PADDING = 21;
/** By how much each level of a code indents the name beside it, in pixels; as in the grid's CSS. */
const INDENT = 14;
/** How much more stands in a line of a note than in one of a cell: 13 pixels to 11, as in the grid's CSS. */
const NOTE_SCALE = 13 / 11;

/**
 * The height that a line needs for its texts to be read whole. Estimated from character widths:
 * measuring in the browser, as the grid's own automatic sizing does, costs six times as much.
 */
export function rowHeight(
  line: Line,
  columns: readonly GridColumn[],
  widths: readonly number[]
): number {
  let most = 1;
  columns.forEach((column, index) => {
    const { id } = column;
    if (isRepeated(line, id)) return;
    const width = (widths[index] ?? 0) - PADDING - indentOf(line, column) * INDENT;
    const note = line.notes.get(id);
    const noteLines = note === undefined ? 0 : linesNeeded(note, width * NOTE_SCALE);
    most = Math.max(most, linesNeeded(shownText(line, id), width) + noteLines);
  });
  return ROW + (most - 1) * FURTHER_LINE;
}

/**
 * The widths of the columns for a grid of so many pixels: those that a person gave, and of the others
 * the least widths and shares of the rest.
 */
export function columnWidths(columns: readonly GridColumn[], available: number): number[] {
  const least = columns.reduce((sum, column) => sum + (column.width ?? column.least), 0);
  const free = columns.filter(({ width }) => width === undefined);
  const shares = free.reduce((sum, column) => sum + column.share, 0);
  const spare = Math.max(0, available - least);
  const widths = columns.map(
    ({ width, least, share }) => width ?? Math.floor(least + (spare * share) / (shares || 1))
  );
  const rest = available - widths.reduce((sum, width) => sum + width, 0);
  const last = columns.findLastIndex(({ width }) => width === undefined);
  if (rest > 0 && last >= 0) widths[last]! += rest;
  return widths;
}
