import { lineText, PROJECT_COLUMN, type GridColumn, type Line } from './lines.ts';

/** Pixels: a row of one line, each further line, and what the padding of a cell takes of its width. */
const ROW = 28;
const FURTHER_LINE = 20;
const PADDING = 21;
/** Width of a character in pixels at the grid's 13-pixel type: Chinese is square, Latin about half. */
const WIDE = 13;
const NARROW = 7.3;

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
  columns.forEach(({ id }, index) => {
    if (id === PROJECT_COLUMN || (id === 'level1' && line.continues)) return;
    const width = (widths[index] ?? 0) - PADDING;
    most = Math.max(most, linesNeeded(lineText(line, id), width));
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

function linesNeeded(text: string, width: number): number {
  if (text === '' || width <= 0) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const character of paragraph) {
      const needed =
        character.charCodeAt(0) > 0x2e7f || '≥≤≪≫％“”…—'.includes(character) ? WIDE : NARROW;
      if (used + needed > width) {
        lines++;
        used = 0;
      }
      used += needed;
    }
  }
  return lines;
}
