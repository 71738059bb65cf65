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
  /** What a spreadsheet calculates here; absent where nothing is said of that. */
  readonly calculated?: CalculatedCell;
}

/** What is known of a cell of a file that calculates. */
export interface CalculatedCell {
  /** As people write it, with `=`; null where it has none, empty where it is none of a single cell. */
  readonly formula: string | null;
  /** Whether formulas read something else there than its text says: a rounded amount, digits that are a text. */
  readonly otherwise: boolean;
  /** Whether what its formula comes to is shown here as it is there: not as a percent, and not rounded. */
  readonly alike: boolean;
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
