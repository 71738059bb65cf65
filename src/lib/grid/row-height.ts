import type { GridColumn } from './columns.ts';
import { indentOf, isRepeated, shownText, type Line } from './lines.ts';
import { linesNeeded } from './text-width.ts';

/** Pixels: a row of one line, each further line, and what the padding of a cell takes of its width. */
const ROW = 28;
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

/** The widths of the columns for a grid of so many pixels: the least widths, and shares of the rest. */
export function columnWidths(columns: readonly GridColumn[], available: number): number[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const spare = Math.max(0, available - least);
  const widths = columns.map(({ least, share }) =>
    Math.floor(least + (spare * share) / (shares || 1))
  );
  const rest = available - widths.reduce((sum, width) => sum + width, 0);
  if (rest > 0) widths[widths.length - 1]! += rest;
  return widths;
}
