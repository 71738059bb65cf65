import { readColumnTitles } from '../project/indicator-columns.ts';
import type { Layout } from './layout.ts';
import { isBlank, type Line } from '../lines.ts';
import { printedCell, type PrintedRow } from './printed-row.ts';

/** A table that the file itself marks as one, as Word and Excel do; cells are where it says. */
export const markedRows: Layout = {
  name: 'marked-rows',
  evidence: (lines) => lines.filter(({ row }) => row !== undefined).length,
  rows: readRows,
  mergedText: 'first-row'
};

function readRows(lines: readonly Line[]): PrintedRow[] {
  const own = lines.filter((line) => line.row || !isBlank(line));
  let above: PrintedRow | null = null;
  return own.map((line) => {
    const row = readRow(line);
    const whole: PrintedRow = above ? withMergedTexts(row, line.row?.covered ?? [], above) : row;
    if (above || readColumnTitles(row)) above = whole;
    return whole;
  });
}

/** In a line around the table spaces are no layout: they keep code and name apart. */
function readRow({ text, row, number }: Line): PrintedRow {
  if (row) return row.cells.map((piece) => printedCell(piece, number));
  return text.split('\t').map((piece) => ({ ...printedCell(piece, number), mended: false }));
}

/** Below the titles of the columns, a text that is merged over several indicators is that of each. */
function withMergedTexts(
  row: PrintedRow,
  covered: readonly number[],
  above: PrintedRow
): PrintedRow {
  return row.map((cell, column) =>
    covered.includes(column) ? { ...cell, text: above[column]?.text ?? '' } : cell
  );
}
