/** A line of the source as it stands there. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** As shown beside the preview; the cells of a row are separated by tabs. */
  readonly text: string;
  /** Where the line is the row of a table that the file itself marks as one, as Word and Excel do. */
  readonly row?: TableRow;
  /**
   * The anchor that stands on this line, where the file was exported from a workbook: of a sheet whose
   * own heading the line is, or `TITLE_ANCHOR` for the title of the workbook.
   */
  readonly begins?: string;
  /** The level of a heading, from 1, where the file itself says that the line is one. */
  readonly level?: number;
  /** Whether the line belongs to a 目录, where the file itself says so. */
  readonly inContents?: boolean;
  /** Whether the end of a page stood behind it, as far as its number shows. */
  readonly endsPage?: boolean;
}

/** A row of a table of the file. */
export interface TableRow {
  /** Which table of the file, counted from 1. */
  readonly table: number;
  /** What the file calls the table, such as the name of an Excel sheet; absent where it has no name. */
  readonly name?: string;
  /**
   * A text for each column of the table's grid, its paragraphs ended by LF. A merged cell has its text
   * where it begins, and is empty at the other places it covers.
   */
  readonly cells: readonly string[];
  /** The columns, from 0, at which the cell began in a row above; absent where there are none. */
  readonly covered?: readonly number[];
}

/** The lines of a text, ended by LF, CR LF or CR. An empty last line is a line too. */
export function splitLines(text: string): Line[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line }));
}

/** Whether nothing but space stands on a line. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

/** Whether a line is the row of a table, or carries cells as text: behind a tab or with one inside. */
export function isTabbed(line: Line): boolean {
  return line.row !== undefined || line.text.trimEnd().includes('\t');
}
