import { isTag, type Element } from 'domhandler';
import type { ClipboardCell } from '#lib/model/clipboard-block.ts';
import { styleOf } from '../html/parse-html.ts';
import { placeRow, type Placed } from '../html/table-cells.ts';
import { pastedText } from './cell-text.ts';

/** A table of a clipboard, cell by cell; rows and columns that are hidden are marked and still there. */
export interface TableBlock {
  readonly rows: readonly ClipboardCell[][];
  readonly merges: number;
  readonly hiddenRows: readonly boolean[];
  readonly hiddenColumns: readonly boolean[];
}

const EMPTY: ClipboardCell = { text: '' };

/** What stands in a cell that is too narrow for its number, and how a long one is shown. */
const CUT_SHORT = /^#+$|^-?\d(?:\.\d+)?E\+\d+$/i;

/**
 * Reads a table on its grid.
 * @param isTextClass whether a class of its style sheet formats cells as text
 */
export function tableBlock(table: Element, isTextClass: (name: string) => boolean): TableBlock {
  const elements = childrenOf(table).flatMap((child) =>
    child.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.name) ? rowsIn(child) : []
  );
  let open: readonly Placed[] = [];
  let merges = 0;
  const rows = elements.map((element, index) => {
    const number = index + 1;
    open = open.filter(({ untilRow }) => untilRow >= number);
    const placed = placeRow(cellsIn(element), number, open);
    merges += placed.filter((cell) => isMerged(cell, number)).length;
    const row = rowOfCells(open, placed, isTextClass);
    open = [...open, ...placed.filter(({ untilRow }) => untilRow > number)];
    return row;
  });
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return {
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? EMPTY)),
    merges,
    hiddenRows: elements.map(isHidden),
    hiddenColumns: hiddenColumns(table, width)
  };
}

function rowOfCells(
  open: readonly Placed[],
  placed: readonly Placed[],
  isTextClass: (name: string) => boolean
): ClipboardCell[] {
  const row: ClipboardCell[] = [];
  for (const { first, last } of open) {
    for (let column = first; column <= last; column++) {
      row[column - 1] = { text: '', covered: column === first ? 'above' : 'left' };
    }
  }
  for (const { element, first, last } of placed) {
    row[first - 1] = cellOf(element, isTextClass);
    if (runsOver(element)) continue;
    for (let column = first + 1; column <= last; column++) {
      row[column - 1] = { text: '', covered: 'left' };
    }
  }
  return row;
}

function cellOf(element: Element, isTextClass: (name: string) => boolean): ClipboardCell {
  const shown = pastedText(element);
  const { 'x:num': number, class: classes = '' } = element.attribs;
  const isNumber = number !== undefined;
  const text = isNumber && CUT_SHORT.test(shown) && number !== '' ? plainNumber(number) : shown;
  const keptAsText =
    !isNumber &&
    ('x:str' in element.attribs ||
      isTextFormat(styleOf(element, 'mso-number-format')) ||
      classes.split(/\s+/).some(isTextClass));
  return keptAsText ? { text, keptAsText } : { text };
}

/** Whether a number format keeps everything as text: `@`, which style sheets write as `"\@"`. */
export function isTextFormat(format: string): boolean {
  return /^["']?\\?@["']?$/.test(format.trim());
}

function plainNumber(written: string): string {
  const number = Number(written);
  return Number.isInteger(number) ? number.toFixed(0) : written;
}

function isMerged({ element, first, last, untilRow }: Placed, row: number): boolean {
  return untilRow > row || (last > first && !runsOver(element));
}

/** Where Excel lets a long text run over empty cells it writes them as one: these are not merged. */
function runsOver(element: Element): boolean {
  return styleOf(element, 'mso-ignore') === 'colspan';
}

function hiddenColumns(table: Element, width: number): boolean[] {
  const columns = childrenOf(table)
    .flatMap((child) => (child.name === 'colgroup' ? childrenOf(child) : [child]))
    .filter(({ name }) => name === 'col')
    .flatMap((column) => {
      const span = Math.min(Number.parseInt(column.attribs.span ?? '1', 10) || 1, width);
      return Array.from({ length: span }, () => isHidden(column));
    });
  return Array.from({ length: width }, (_, at) => columns[at] ?? false);
}

function isHidden(element: Element): boolean {
  return styleOf(element, 'display') === 'none';
}

function rowsIn(section: Element): Element[] {
  return childrenOf(section).filter(({ name }) => name === 'tr');
}

function cellsIn(row: Element): Element[] {
  return childrenOf(row).filter(({ name }) => name === 'td' || name === 'th');
}

function childrenOf(parent: Element): Element[] {
  return parent.childNodes.filter(isTag);
}
