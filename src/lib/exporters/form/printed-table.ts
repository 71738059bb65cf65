/**
 * What a printed cell holds, which decides how it is set: a `label` or `heading` of the form, an
 * `amount` to the right, a `short` text in the middle, or `text`.
 */
export type CellRole = 'label' | 'heading' | 'amount' | 'short' | 'text';

/** One cell as printed, over one or more columns and rows. */
export interface PrintedCell {
  readonly text: string;
  readonly role: CellRole;
  readonly columns: number;
  readonly rows: number;
  /** What of the sheet it prints; absent where that cannot be written to, as with a label. */
  readonly source?: PrintedSource;
}

/** The field that a printed cell shows, or the column and the ids of the rows that it is merged of. */
export type PrintedSource =
  { readonly field: string } | { readonly column: string; readonly rows: readonly string[] };

/** A table as the official form prints it. */
export interface PrintedTable {
  /** The width of each column in millimetres. */
  readonly widths: readonly number[];
  /** In each row the cells that begin in it; what is merged from above is not repeated. */
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** A place of the grid that a cell fills in one row; `continued` where the cell began above it. */
export interface PlacedCell {
  readonly cell: PrintedCell;
  /** From 0. */
  readonly column: number;
  readonly continued: boolean;
}

/** A printed cell; over one column and one row where nothing else is said. */
export function printedCell(
  text: string,
  role: CellRole = 'text',
  columns = 1,
  rows = 1
): PrintedCell {
  return { text, role, columns, rows };
}

/**
 * The table with each cell at its column, and in the rows below a merged cell its continuations.
 * @returns a list for each row, in the order of the columns
 */
export function placeCells(table: PrintedTable): PlacedCell[][] {
  const open: (PlacedCell & { readonly until: number })[] = [];
  return table.rows.map((cells, rowIndex) => {
    const fromAbove = open.filter(({ until }) => until > rowIndex);
    const placed: PlacedCell[] = fromAbove.map(({ cell, column }) => ({
      cell,
      column,
      continued: true
    }));
    const taken = new Set(placed.flatMap(({ cell, column }) => columnsFrom(column, cell.columns)));
    let column = 0;
    for (const cell of cells) {
      while (taken.has(column)) column += 1;
      placed.push({ cell, column, continued: false });
      if (cell.rows > 1) open.push({ cell, column, continued: true, until: rowIndex + cell.rows });
      column += cell.columns;
    }
    return placed.sort((one, other) => one.column - other.column);
  });
}

/** How many rows at the top of a table hold only headings, to be repeated on each page. */
export function headRowCount({ rows }: PrintedTable): number {
  const first = rows.findIndex((cells) => cells.some(({ role }) => role !== 'heading'));
  return first < 0 ? rows.length : first;
}

/**
 * How many rows each text is printed over when equal neighbours are merged: the length of a run at
 * its first row, 0 at the others. Empty texts are not merged.
 */
export function mergeRuns(texts: readonly string[]): number[] {
  const lengths = texts.map(() => 1);
  let start = 0;
  for (let index = 1; index < texts.length; index += 1) {
    if (texts[index] !== '' && texts[index] === texts[start]) {
      lengths[start]! += 1;
      lengths[index] = 0;
    } else {
      start = index;
    }
  }
  return lengths;
}

function columnsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
