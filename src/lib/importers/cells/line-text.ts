import type { Line } from '../paper/lines.ts';

/** A line that has no number yet; a reader numbers its lines when it has all of them. */
export type UnnumberedLine = Omit<Line, 'number'>;

/** Numbers lines from 1. */
export function numbered(lines: readonly UnnumberedLine[]): Line[] {
  return lines.map((line, index) => ({ ...line, number: index + 1 }));
}

/** The line of a table's row: the texts of its cells, each on one line, separated by tabs. */
export function rowLine(row: NonNullable<Line['row']>): UnnumberedLine {
  return { text: row.cells.map(onOneLine).join('\t'), row };
}

/** A text outside a table as lines, one for each paragraph. */
export function textLines(text: string): UnnumberedLine[] {
  return text.split('\n').map((paragraph) => ({ text: paragraph }));
}

/** A text with its paragraphs and tabs separated by spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\n\t]\s*/g, ' ').trim();
}
