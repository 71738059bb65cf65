import { isTag, type Element } from 'domhandler';
import type { Cell, CellRow, CellRows } from '../cells/cell-rows.ts';
import { piecesIn } from './flow.ts';
import { isShown, styleOf } from './parse-html.ts';

/** HTML allows as many columns and far more rows; no paper merges so many. */
const MOST_SPANNED = 1_000;

/** Cells that begin further to the right are left out. */
const LAST_COLUMN = 10_000;

/** A cell of an HTML table on the grid; columns and rows counted from 1. */
export interface Placed {
  readonly element: Element;
  readonly first: number;
  readonly last: number;
  readonly untilRow: number;
}

const SECTIONS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);

/** The rows of a table, those of tables inside it left out, that are shown. */
export function rowsOf(table: Element): Element[] {
  return childElements(table).flatMap((child) =>
    child.name === 'tr' ? [child] : SECTIONS.has(child.name) ? childElements(child, 'tr') : []
  );
}

/** The cells of a row that are shown. */
export function cellsOf(row: Element): Element[] {
  return childElements(row).filter(({ name }) => name === 'td' || name === 'th');
}

/** The text of a cell: its paragraphs, and what tables inside it hold, ended by LF. */
export function cellText(cell: Element): string {
  return piecesIn(cell, () => false).join('\n');
}

/**
 * The cells of a table on its grid. Where Excel lets a long text run over empty cells it writes them as
 * one and says `mso-ignore`: these are no merged cells, but take the same places.
 * @param isFramed whether a cell stands inside the frame of a table
 */
export function placeCells(table: Element, isFramed: (cell: Element) => boolean): CellRows {
  const rows: CellRow[] = [];
  const above = new Map<number, readonly Placed[]>();
  let open: readonly Placed[] = [];
  rowsOf(table).forEach((element, index) => {
    const number = index + 1;
    open = open.filter(({ untilRow }) => untilRow >= number);
    above.set(number, open);
    const placed = placeRow(cellsOf(element), number, open);
    open = [...open, ...placed.filter(({ untilRow }) => untilRow > number)];
    const cells = placed.map(({ element, first, last }) => cellAt(element, first, last, isFramed));
    rows.push({ number, cells: cells.filter(({ text, framed }) => text !== '' || framed) });
  });
  return {
    rows: rows.filter(({ cells }) => cells.length > 0),
    lastRow: rows.length,
    isCovered: (column, row) =>
      (above.get(row) ?? []).some(({ first, last }) => first <= column && column <= last)
  };
}

function cellAt(
  element: Element,
  first: number,
  last: number,
  isFramed: (cell: Element) => boolean
): Cell {
  const runsOver = styleOf(element, 'mso-ignore') === 'colspan';
  return {
    column: first,
    lastColumn: runsOver ? first : last,
    text: cellText(element),
    framed: isFramed(element)
  };
}

/**
 * Puts the cells of a row where those that began above leave room.
 * @param open those that began above and reach down to this row
 */
export function placeRow(
  cells: readonly Element[],
  number: number,
  open: readonly Placed[]
): Placed[] {
  const placed: Placed[] = [];
  let column = 1;
  for (const element of cells) {
    for (let over = coverAt(open, column); over; over = coverAt(open, column))
      column = over.last + 1;
    if (column > LAST_COLUMN) break;
    const last = column + span(element, 'colspan') - 1;
    placed.push({ element, first: column, last, untilRow: number + span(element, 'rowspan') - 1 });
    column = last + 1;
  }
  return placed;
}

function coverAt(open: readonly Placed[], column: number): Placed | undefined {
  return open.find(({ first, last }) => first <= column && column <= last);
}

/** How many columns or rows a cell takes; 0 rows are all that follow. */
function span({ attribs }: Element, attribute: 'colspan' | 'rowspan'): number {
  const said = Number.parseInt(attribs[attribute] ?? '1', 10);
  if (said === 0 && attribute === 'rowspan') return MOST_SPANNED;
  return said >= 1 ? Math.min(said, MOST_SPANNED) : 1;
}

function childElements(parent: Element, name?: string): Element[] {
  return parent.childNodes.filter(
    (child): child is Element =>
      isTag(child) && (name === undefined || child.name === name) && isShown(child)
  );
}
