import { cleanText } from './layout-spaces.ts';

/** A cell as a layout prints it. */
export interface PrintedCell {
  /** Without residue and layout spaces; empty where the cell is blank. */
  readonly text: string;
  /** The line it stands on, counted from 1. */
  readonly line: number;
  /** Whether layout spaces were taken out. */
  readonly mended: boolean;
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
