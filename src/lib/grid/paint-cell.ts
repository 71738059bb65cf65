import { lineText, type GridColumn, type Line } from './lines.ts';
import { cellKey, type Mark, type PeerMark } from './marks.ts';

/** What the cells of a grid are painted from. */
export interface Painting {
  readonly columns: readonly GridColumn[];
  readonly lines: readonly Line[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly peers: ReadonlyMap<string, PeerMark>;
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
  const mark = painting.marks.get(key);
  const peer = painting.peers.get(key);
  const repeats = column.id === 'level1' && line.continues;
  td.className = classesOf(painting, at, column.id, mark);
  td.textContent = repeats ? '' : lineText(line, column.id);
  // A screen reader hears it after the text. Handsontable keeps aria-invalid for itself.
  if (mark) td.setAttribute('aria-description', mark.problems.map(({ title }) => title).join('；'));
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

function classesOf(painting: Painting, at: number, column: string, mark: Mark | undefined): string {
  const line = painting.lines[at]!;
  const next = painting.lines[at + 1];
  const classes: string[] = [];
  if (column === 'level1') classes.push('cell-level1', next?.continues ? 'cell-open' : '');
  if (column === 'project') {
    classes.push('cell-project', next?.sheet === line.sheet ? '' : 'cell-last');
  }
  if (mark) classes.push(`cell-${mark.severity}`);
  return classes.filter(Boolean).join(' ');
}
