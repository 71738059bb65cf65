import type { HeldCells } from './held-cells.ts';

/** Draws the dashed border of what is cut into one of its cells, after the cell was painted. */
export function paintCut(
  td: HTMLTableCellElement,
  held: HeldCells,
  row: string | undefined,
  column: string | undefined
): void {
  const place = row === undefined ? null : held.cutRow(row);
  const columns = held.cells?.columns ?? [];
  const across = columns.indexOf(column ?? '');
  if (!place || across < 0) return;
  const border = document.createElement('i');
  border.className = 'cut-border';
  border.classList.toggle('cut-top', place.at === 0);
  border.classList.toggle('cut-bottom', place.at === place.of - 1);
  border.classList.toggle('cut-left', across === 0);
  border.classList.toggle('cut-right', across === columns.length - 1);
  td.classList.add('cell-cut');
  td.append(border);
}
