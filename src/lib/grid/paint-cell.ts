import { readAmount, readPercent } from '#lib/model/decimal.ts';
import { PROJECT_COLUMN, type GridColumn } from './columns.ts';
import { indentOf, isRepeated, shownText, type Line } from './lines.ts';
import type { CommentMark } from './comment-marks.ts';
import { foundMark, type FoundMarks } from './found-marks.ts';
import { cellKey, markAt, type Mark, type Marks, type PeerMark } from './marks.ts';

/** What the cells of a grid are painted from. */
export interface Painting {
  readonly columns: readonly GridColumn[];
  readonly lines: readonly Line[];
  readonly marks: Marks;
  readonly comments: ReadonlyMap<string, CommentMark>;
  readonly peers: ReadonlyMap<string, PeerMark>;
  readonly found?: FoundMarks | null;
}

/** Paints one cell. Everything is set as text, never as markup: the grid sanitizes nothing. */
export function paintCell(
  td: HTMLTableCellElement,
  painting: Painting,
  at: number,
  across: number
) {
  const line = painting.lines[at];
  const column = painting.columns[across];
  if (!line || !column) {
    td.textContent = '';
    return;
  }
  const key = cellKey(line.row.id, column.id);
  const mark = markAt(painting.marks, { sheet: line.sheet, row: line.row.id, column: column.id });
  const comment = painting.comments.get(key);
  const peer = painting.peers.get(key);
  const found = foundMark(painting.found, key);
  const text = isRepeated(line, column.id) ? '' : shownText(line, column.id);
  td.className = classesOf(painting, at, column, text, mark);
  td.textContent = text;
  const note = line.notes.get(column.id);
  if (note !== undefined) td.append(noteElement(td.ownerDocument, note));
  if (comment) td.classList.add('cell-comment');
  if (found) td.classList.add(...found.classes);
  const said = [
    ...(found ? [found.said] : []),
    ...(mark?.problems ?? []).map(({ title }) => title),
    ...(comment?.said ?? [])
  ];
  // A screen reader hears it after the text. Handsontable keeps aria-invalid for itself.
  if (said.length > 0) td.setAttribute('aria-description', said.join('；'));
  else td.removeAttribute('aria-description');
  if (peer) {
    td.classList.add('cell-peer');
    td.style.setProperty('--peer', peer.colour);
    td.dataset.peer = peer.name;
  } else if (td.dataset.peer !== undefined) {
    td.style.removeProperty('--peer');
    delete td.dataset.peer;
  }
}

/** What a sum should be, below what is printed. */
function noteElement(page: Document, note: string): HTMLElement {
  const element = page.createElement('span');
  element.className = 'cell-note';
  element.textContent = note;
  return element;
}

function classesOf(
  { lines }: Painting,
  at: number,
  column: GridColumn,
  text: string,
  mark: Mark | undefined
): string {
  const line = lines[at]!;
  const next = lines[at + 1];
  const indent = indentOf(line, column);
  const classes: string[] = [];
  if (column.id === 'level1') classes.push('cell-level1', next?.continues ? 'cell-open' : '');
  if (column.names) classes.push('cell-named');
  if (column.id === PROJECT_COLUMN) classes.push('cell-project');
  if (next && next.sheet !== line.sheet) classes.push('cell-last');
  if (column.readOnly) classes.push('cell-computed');
  if (column.amounts && isNumber(text)) classes.push('cell-amount');
  if (indent > 0) classes.push(`cell-indent-${indent}`);
  if (line.total) classes.push('cell-total');
  else if (line.subtotal) classes.push('cell-subtotal');
  if (mark) classes.push(`cell-${mark.severity}`);
  return classes.filter(Boolean).join(' ');
}

function isNumber(text: string): boolean {
  return readAmount(text) !== null || readPercent(text) !== null;
}
