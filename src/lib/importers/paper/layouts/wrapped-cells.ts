import type { Layout } from './layout.ts';
import { isBlank, type Line } from '../lines.ts';
import { printedCell, wrapCell, type PrintedCell, type PrintedRow } from './printed-row.ts';

/** A line that begins a cell: a tab in front of the text. */
const CELL = /^\s*\t/;

/** From this share of lines on, lines without a tab are no accident. */
const SHARE = 0.25;

/**
 * Every cell on a line of its own behind a tab, as in `tabbed-lines`, but broken inside: the lines
 * directly below a cell, without a tab, go on with it.
 */
export const wrappedCells: Layout = {
  name: 'wrapped-cells',
  evidence,
  rows: readRows,
  mergedText: 'first-row'
};

function evidence(lines: readonly Line[]): number {
  const cells = lines.filter(({ text }) => /^\s*\t[^\t]*\t*$/.test(text)).length;
  const wrapped = lines.filter(
    (line, index) => index > 0 && isContinuation(line) && !isBlank(lines[index - 1]!)
  ).length;
  return wrapped >= cells * SHARE ? cells + wrapped : 0;
}

function isContinuation(line: Line): boolean {
  return !isBlank(line) && !line.text.includes('\t');
}

function readRows(lines: readonly Line[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let row: PrintedCell[] = [];
  const endRow = () => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  for (const line of lines) {
    if (CELL.test(line.text)) {
      row.push(printedCell(line.text.replaceAll('\t', ' '), line.number));
    } else if (isBlank(line)) {
      endRow();
    } else if (row.length > 0) {
      row.push(wrapCell(row.pop()!, printedCell(line.text, line.number)));
    } else {
      rows.push([printedCell(line.text, line.number)]);
    }
  }
  endRow();
  return rows;
}
