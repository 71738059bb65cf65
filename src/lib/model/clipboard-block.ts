/** A cell of a clipboard, as the program wrote it that it comes from. */
export interface ClipboardCell {
  /** As it was shown there; its lines end with LF. */
  readonly text: string;
  /** Whether a spreadsheet keeps it as text, whatever it looks like. */
  readonly keptAsText?: boolean;
  /** Inside a merged cell whose text stands in the first one: the one above has it too, or only the one at the left. */
  readonly covered?: 'above' | 'left';
}

/** The cells of a clipboard, before anybody has decided what is meant with them. */
export interface ClipboardBlock {
  /** All rows have as many cells. */
  readonly rows: readonly (readonly ClipboardCell[])[];
  /** How many merged cells it has. */
  readonly merges: number;
  /** How many of its rows and columns were hidden where it comes from. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Whether this program wrote it. */
  readonly ours: boolean;
}

/** A block of bare texts, as a clipboard without tables has one. Short rows are filled up. */
export function blockOfTexts(texts: readonly (readonly string[])[]): ClipboardBlock {
  const width = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const rows = texts.map((row) =>
    Array.from({ length: width }, (_, at) => ({ text: row[at] ?? '' }))
  );
  return { rows, merges: 0, hiddenRows: 0, hiddenColumns: 0, ours: false };
}

/** The attribute by which a table on the clipboard is known to be this program's; its value names the copy. */
export const OUR_TABLE = 'data-jibiao';
