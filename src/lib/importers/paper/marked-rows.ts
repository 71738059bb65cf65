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
  return lines
    .filter((line) => !isBlank(line))
    .map(({ text, row, number }) =>
      (row?.cells ?? [text]).map((piece) => printedCell(piece, number))
    );
}
