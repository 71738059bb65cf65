import type { CellRow } from './cell-rows.ts';

/** Wider tables have their empty columns left out: a cell far to the right is no reason for thousands. */
const MOST_COLUMNS = 200;

/** No more columns are read of a table; real tables end at forty. */
const MOST_FILLED_COLUMNS = 1_000;

/** The columns of a table's grid, and whether some of its cells stand in others. */
export interface TableColumns {
  /** Counted from 1, in their order. */
  readonly columns: readonly number[];
  readonly sparse: boolean;
  readonly cut: boolean;
}

/** The columns from the first to the last cell with a text or a frame. */
export function columnsOf(rows: readonly CellRow[]): TableColumns {
  const used = new Set<number>();
  const filled = new Set<number>();
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      used.add(column);
      if (text !== '') filled.add(column);
    }
  }
  const [first, last] = ends(used);
  if (last - first < MOST_COLUMNS) {
    const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return { columns, sparse: false, cut: false };
  }
  const columns = [...filled].sort((one, other) => one - other);
  return {
    columns: columns.slice(0, MOST_FILLED_COLUMNS),
    sparse: true,
    cut: columns.length > MOST_FILLED_COLUMNS
  };
}

function ends(columns: ReadonlySet<number>): [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity];
  for (const column of columns) {
    first = Math.min(first, column);
    last = Math.max(last, column);
  }
  return [first, last];
}
