import type { Layout } from './layout.ts';
import { isBlank, type Line } from '../lines.ts';
import { printedCell, type PrintedCell, type PrintedRow } from './printed-row.ts';

/** A line with one cell: a tab, the text, and perhaps the tab stops that stood inside the cell. */
const ONE_CELL = /^\t[^\t]*\t*$/;

/**
 * Converted Word text: every cell on a line of its own behind a tab, blank cells kept as a line with
 * only a tab, rows separated by a line without one.
 */
export const tabbedLines: Layout = {
  name: 'tabbed-lines',
  evidence: (lines) => lines.filter(({ text }) => ONE_CELL.test(text)).length,
  rows: readRows,
  mergedText: 'first-row'
};

function readRows(lines: readonly Line[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let row: PrintedCell[] = [];
  const endRow = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const line of lines) {
    if (line.text.startsWith('\t')) {
      row.push(printedCell(line.text.replaceAll('\t', ' '), line.number));
      continue;
    }
    endRow();
    if (!isBlank(line)) rows.push([printedCell(line.text, line.number)]);
  }
  endRow();
  return rows;
}
