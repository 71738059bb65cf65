import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';

/** A cell as a layout prints it. */
export interface PrintedCell {
  /** Without residue and layout spaces; empty where the cell is blank. */
  readonly text: string;
  /** The line it stands on, counted from 1. */
  readonly line: number;
  /** Whether layout spaces were taken out. */
  readonly mended: boolean;
  /** The last line it stands on, where that is another one. */
  readonly through?: number;
}

/** A row of a table, blank cells kept, whatever the layout. */
export type PrintedRow = readonly PrintedCell[];

/** Makes a cell of a piece of a line. */
export function printedCell(piece: string, line: number): PrintedCell {
  const text = cleanText(piece);
  return { text, line, mended: text !== piece.trim() };
}

/** The cells of a row that are not blank. */
export function filledCells(row: PrintedRow): PrintedCell[] {
  return row.filter(({ text }) => text !== '');
}

/** The cell that a line break inside it made two: both texts, each a paragraph. */
export function joinCells(above: PrintedCell, below: PrintedCell): PrintedCell {
  return { ...above, text: joinParagraphs(above.text, below.text) };
}

/** The cell that goes on in the line below, where a converter wrapped it. */
export function wrapCell(above: PrintedCell, below: PrintedCell): PrintedCell {
  const betweenWords = /[A-Za-z]$/.test(above.text) && /^[A-Za-z]/.test(below.text);
  return {
    text: `${above.text}${betweenWords ? ' ' : ''}${below.text}`,
    line: above.line,
    mended: above.mended || below.mended,
    through: below.line
  };
}

/**
 * Two paragraphs of one cell. Spreadsheets put a cell with several in quotes when it is copied, and
 * double those inside it; with the closing quote they are taken out.
 */
export function joinParagraphs(above: string, below: string): string {
  const text = `${above}\n${below}`;
  return /^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** Places the further lines of the cells whose first line is placed. */
export function placeWrapped(rows: readonly PrintedRow[], ledger: Ledger): void {
  for (const { line, through } of rows.flat()) {
    if (through === undefined || ledger.accounts.get(line) !== 'placed') continue;
    for (let below = line + 1; below <= through; below += 1) ledger.place(below);
  }
}
