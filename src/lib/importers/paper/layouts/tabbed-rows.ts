import type { Layout } from './layout.ts';
import { isBlank, type Line } from '../lines.ts';
import { printedCell, type PrintedRow } from './printed-row.ts';

/**
 * Text taken from a PDF, or pasted from a table: one row a line, cells separated by tabs. A merged
 * first level may stand on any row of its span.
 */
export const tabbedRows: Layout = {
  name: 'tabbed-rows',
  evidence: (lines) => lines.filter(({ text }) => text.trim().includes('\t')).length,
  rows: readRows,
  mergedText: 'any-row'
};

function readRows(lines: readonly Line[]): PrintedRow[] {
  return lines
    .filter((line) => !isBlank(line))
    .map(({ text, number }) => text.split('\t').map((piece) => printedCell(piece, number)));
}
