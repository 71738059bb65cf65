/** A cell of a sheet that has a text or a frame. */
export interface Cell {
  /** Counted from 1. */
  readonly column: number;
  /** The last column it covers, its own where it is not merged. */
  readonly lastColumn: number;
  /** As shown; empty where a merged cell covers it. */
  readonly text: string;
  /** Whether it stands inside the frame of a table. */
  readonly framed: boolean;
}

/** A row of a sheet with at least one such cell. */
export interface CellRow {
  /** Counted from 1. */
  readonly number: number;
  /** The last row it takes, where a text of it goes on below; else it takes one. */
  readonly lastNumber?: number;
  /** In the order of their columns. */
  readonly cells: readonly Cell[];
}

/** Cells on a grid, as a spreadsheet has them, rows without any left out. */
export interface CellRows {
  /** In their order. */
  readonly rows: readonly CellRow[];
  /** The last row that the file writes, with such a cell or without. */
  readonly lastRow: number;
  /** Whether the cell at a place began in a row above. */
  readonly isCovered: (column: number, row: number) => boolean;
}

/** The cells of a row that hold a text. */
export function filledCells({ cells }: CellRow): readonly Cell[] {
  return cells.filter(({ text }) => text !== '');
}
