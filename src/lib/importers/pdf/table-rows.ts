import { cellText } from './cell-text.ts';
import { heartOf, type Glyph } from './glyph.ts';
import { indexIn, type Grid, type GridCell } from './grid.ts';
import { textLinesOf, type TextLine } from './text-line.ts';

/** A row of a ruled table. */
export interface RuledRow {
  /** The cells that begin in it, from the left. */
  readonly cells: readonly RuledCell[];
  /** The columns, from 0, at which a cell of a row above reaches into it. */
  readonly covered: readonly number[];
}

/** A cell with its text, and the column where it begins, from 0. */
export interface RuledCell {
  readonly column: number;
  readonly text: string;
}

/** The most that a cell keeps free on either side, in points; Word keeps 5.4. */
const WIDEST_PADDING = 6;

/** The index of the cell of a grid in which a character stands; -1 where it stands outside. */
export function cellUnder({ xs, ys, cells }: Grid): (glyph: Glyph) => number {
  const columns = xs.length - 1;
  const owners = new Int32Array(columns * (ys.length - 1));
  for (const [index, { row, column, rows, columns: width }] of cells.entries()) {
    for (let at = row; at < row + rows; at += 1) {
      owners.fill(index, at * columns + column, at * columns + column + width);
    }
  }
  return (glyph) => {
    const { x, y } = heartOf(glyph);
    const inside = x >= xs[0]! && x < xs.at(-1)! && y >= ys[0]! && y < ys.at(-1)!;
    return inside ? owners[indexIn(ys, y) * columns + indexIn(xs, x)]! : -1;
  };
}

/** The rows of a ruled table; its characters are given for each of its cells. */
export function ruledRows(grid: Grid, glyphs: readonly (readonly Glyph[])[]): RuledRow[] {
  const { ys, cells } = grid;
  const lines = glyphs.map(textLinesOf);
  const padding = paddingOf(grid, lines);
  const rows = ys.slice(1).map(() => ({ cells: [] as RuledCell[], covered: [] as number[] }));
  for (const [index, cell] of cells.entries()) {
    const text = cellText(lines[index]!, roomIn(grid, cell, lines[index]!) - 2 * padding);
    rows[cell.row]!.cells.push({ column: cell.column, text });
    for (let at = cell.row + 1; at < cell.row + cell.rows; at += 1) {
      rows[at]!.covered.push(cell.column);
    }
  }
  return rows
    .filter((row) => row.cells.length > 0)
    .map((row) => ({ ...row, covered: row.covered.sort((a, b) => a - b) }));
}

/** How long a line in a cell can be: as the cell is wide, or as it is high where its text is turned. */
function roomIn({ xs, ys }: Grid, cell: GridCell, [first]: readonly TextLine[]): number {
  const isTurned = first?.turns === 1 || first?.turns === 3;
  return isTurned
    ? ys[cell.row + cell.rows]! - ys[cell.row]!
    : xs[cell.column + cell.columns]! - xs[cell.column]!;
}

/** What the cells of a table keep free on the left, as the line that begins farthest left shows. */
function paddingOf({ xs, cells }: Grid, lines: readonly (readonly TextLine[])[]): number {
  const free = cells.flatMap(({ column }, index) =>
    lines[index]!.filter(({ turns }) => turns === 0).map(({ left }) => left - xs[column]!)
  );
  return free.reduce((least, value) => Math.min(least, Math.max(0, value)), WIDEST_PADDING);
}
