import type { Note } from '#lib/model/note.ts';
import type { Skeleton } from '#lib/model/skeleton.ts';
import type { CellRow } from './cells/cell-rows.ts';
import type { RowPlace } from './cells/cell-lines.ts';
import type { Line } from './paper/lines.ts';

/** What the reader of a format makes of a file, before anybody asks what its tables are. */
export interface Source {
  /** In reading order, numbered from 1 without a gap; headers and footers of pages are not among them. */
  readonly lines: readonly Line[];
  /** About the file rather than the paper: tracked changes taken as accepted, hidden rows kept. */
  readonly notes: readonly Note[];
  /**
   * What the file carries of the workbook it was exported from. Then the lines that begin a sheet have its
   * anchor; the heading of a sheet, the line above its table and its note are lines without `row`; and
   * the texts are verbatim.
   */
  readonly carried?: Skeleton;
  /** What a spreadsheet calculates; absent where it does not. */
  readonly calculations?: Calculations;
}

/** The worksheets of a file that calculates, and where the lines stand on them. */
export interface Calculations {
  readonly worksheets: readonly CalculatingWorksheet[];
  /** The rows of tables, by the numbers of their lines. */
  readonly rows: ReadonlyMap<number, RowOnWorksheet>;
}

/** Where a row of a table stands. */
export interface RowOnWorksheet extends RowPlace {
  readonly worksheet: string;
}

/** The cells of a worksheet that have a text or a formula. */
export interface CalculatingWorksheet {
  readonly name: string;
  /** The line that its cells begin with. */
  readonly line: number;
  readonly rows: readonly CellRow[];
}
