import { SNAP, type Ruling } from './rulings.ts';

/** A table's frame of lines: its columns and rows, and the cells that the drawn lines leave. */
export interface Grid {
  /** Where columns begin and end, from the left; one more than there are columns. */
  readonly xs: readonly number[];
  /** Where rows begin and end, from the top; one more than there are rows. */
  readonly ys: readonly number[];
  /** In the order of reading. */
  readonly cells: readonly GridCell[];
}

/** A cell: the row and column where it begins, from 0, and how many of them it covers. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A grid of more places than this is no table but a drawing. */
const MOST_PLACES = 200_000;

/** The part of a cell's side that has to be drawn. */
const DRAWN = 0.6;

/**
 * The grid of lines that touch each other. A side that is open is closed at the ends of the lines that
 * run there. Null where the lines make no two cells, as a frame around the page does.
 */
export function gridOf(lines: readonly Ruling[]): Grid | null {
  const level = lines.filter(({ axis }) => axis === 'level');
  const upright = lines.filter(({ axis }) => axis === 'upright');
  if (level.length < 2 || upright.length < 1) return null;
  const xs = distinct([...upright.map(({ at }) => at), ...reachOf(level)]);
  const ys = distinct([...level.map(({ at }) => at), ...reachOf(upright)]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_PLACES) return null;
  const cells = cellsOf(rows, columns, {
    below: drawnSides(level, ys, xs),
    behind: drawnSides(upright, xs, ys)
  });
  return cells.length < 2 ? null : { xs, ys, cells };
}

/** Where lines begin and end, taken together. */
function reachOf(lines: readonly Ruling[]): [number, number] {
  return lines.reduce<[number, number]>(
    ([first, last], { from, to }) => [Math.min(first, from), Math.max(last, to)],
    [Infinity, -Infinity]
  );
}

/** The values in order, without those nearer than `SNAP` to the one before. */
export function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (kept.length === 0 || value - kept.at(-1)! >= SNAP) kept.push(value);
  }
  return kept;
}

/** The index of the value that a value was made of by `distinct`. */
export function indexIn(distinctValues: readonly number[], value: number): number {
  let [low, high] = [0, distinctValues.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (distinctValues[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a side is drawn: of the line with an index, along the row or column with another. */
type Drawn = (line: number, along: number) => boolean;

function drawnSides(
  lines: readonly Ruling[],
  places: readonly number[],
  along: readonly number[]
): Drawn {
  const stretches = along.length - 1;
  const drawn = new Float64Array(places.length * stretches);
  for (const { at, from, to } of lines) {
    const line = indexIn(places, at);
    for (let index = indexIn(along, from); index < stretches && along[index]! < to; index += 1) {
      const shared = Math.min(to, along[index + 1]!) - Math.max(from, along[index]!);
      drawn[line * stretches + index]! += Math.max(0, shared);
    }
  }
  return (line, index) =>
    drawn[line * stretches + index]! >= DRAWN * (along[index + 1]! - along[index]!);
}

/** The cells, each as far to the right as no line stops it, and then as far down. */
function cellsOf(
  rows: number,
  columns: number,
  { below, behind }: { below: Drawn; behind: Drawn }
): GridCell[] {
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  const isFree = (row: number, column: number) => taken[row * columns + column] === 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let right = column + 1;
      while (right < columns && isFree(row, right) && !behind(right, row)) right += 1;
      let bottom = row + 1;
      while (bottom < rows && isOpen(bottom, column, right)) bottom += 1;
      for (let at = row; at < bottom; at += 1)
        taken.fill(1, at * columns + column, at * columns + right);
      cells.push({ row, column, rows: bottom - row, columns: right - column });
    }
  }
  return cells;

  /** Whether a row's places belong to those above them: no line above, and none between them. */
  function isOpen(row: number, from: number, to: number): boolean {
    for (let column = from; column < to; column += 1) {
      if (!isFree(row, column) || below(row, column)) return false;
      if (column > from && behind(column, row)) return false;
    }
    return true;
  }
}
