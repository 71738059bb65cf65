import type { Layout } from './layout.ts';
import { isBlank, type Line } from './lines.ts';
import { printedCell, type PrintedRow } from './printed-row.ts';

/** A table that the file itself marks as one, as Word and Excel do; cells are where it says. */
export const markedRows: Layout = {
  name: 'marked-rows',
  evidence: (lines) => lines.filter(({ row }) => row !== undefined).length,
  rows: readRows,
  mergedText: 'first-row'
};

function readRows(lines: readonly Line[]): PrintedRow[] {
  return lines.filter((line) => line.row || !isBlank(line)).map(readRow);
}

/** In a line around the table spaces are no layout: they keep code and name apart. */
function readRow({ text, row, number }: Line): PrintedRow {
  if (row) return row.cells.map((piece) => printedCell(piece, number));
  return text.split('\t').map((piece) => ({ ...printedCell(piece, number), mended: false }));
}
