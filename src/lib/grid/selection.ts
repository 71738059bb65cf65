import type { Block } from './gestures.ts';
import type { Hot } from './handsontable.ts';
import type { Selected } from './kept-selection.ts';

/** A cell by its place on the screen: number of the line, number of the column. */
export interface Cell {
  readonly line: number;
  readonly column: number;
}

/** The selected cells of a table. */
export class Selection {
  readonly #hot: Hot;
  readonly #element: HTMLElement;
  #keptFocus: HTMLElement | null = null;

  constructor(hot: Hot, element: HTMLElement) {
    this.#hot = hot;
    this.#element = element;
    // Handsontable by itself leaves the keyboard only to inputs, not to a button of a list.
    hot.addHook(
      'modifyFocusedElement',
      (_row: number, _column: number, cell: HTMLElement) => this.#keptFocus ?? cell
    );
  }

  /** The selected cells, headers left out; null where none is selected. */
  get block(): Block | null {
    const range = this.#hot.getSelectedRangeLast();
    return range ? blockOf(range) : null;
  }

  /** The cell that is typed into; null where none is selected. */
  get cell(): Cell | null {
    return cellAt(this.#hot.getSelectedRangeLast()?.highlight);
  }

  /** The corner that moves while the selection grows. */
  get end(): Cell | null {
    return cellAt(this.#hot.getSelectedRangeLast()?.to);
  }

  /** Goes to a cell. */
  move({ line, column }: Cell): void {
    this.#hot.selectCells([[line, column, line, column]]);
  }

  /** Selects from one cell, which is typed into, as far as another one. */
  span(from: Cell, to: Cell): void {
    this.#hot.selectCells([[from.line, from.column, to.line, to.column]]);
  }

  /** Selects from the cell that is typed into as far as another one. */
  grow(to: Cell): void {
    const { cell } = this;
    if (cell) this.span(cell, to);
  }

  /** The selected cells with their corners as they were set; null where none is selected. */
  get selected(): Selected | null {
    const range = this.#hot.getSelectedRangeLast();
    const [from, to, cell] = [range?.from, range?.to, range?.highlight].map(cellAt);
    return from && to && cell ? { from, to, cell } : null;
  }

  /** Selects again what is selected, at its present place, and leaves the scroll and the keyboard alone. */
  restore({ from, to, cell }: Selected): void {
    this.show({ top: from.line, left: from.column, bottom: to.line, right: to.column }, false);
    if (cell.line === from.line && cell.column === from.column) return;
    const coords = this.#hot.getSelectedRangeLast()?.highlight.clone();
    if (coords)
      this.#hot.selection.setRangeFocus(coords.assign({ row: cell.line, col: cell.column }));
  }

  /** Selects cells and takes the keyboard. */
  take({ top, left, bottom, right }: Block): void {
    this.#hot.selectCells([[top, left, bottom, right]]);
    this.#hot.listen();
  }

  /** Selects cells without taking the keyboard from what has it outside the table. */
  show({ top, left, bottom, right }: Block, scroll: boolean): void {
    const { activeElement } = document;
    const outside = activeElement !== document.body && !this.#element.contains(activeElement);
    this.#keptFocus = outside && activeElement instanceof HTMLElement ? activeElement : null;
    this.#hot.selectCells([[top, left, bottom, right]], scroll, false);
    this.#keptFocus = null;
  }

  clear(): void {
    this.#hot.deselectCell();
  }
}

/** A place of Handsontable's, where headings are numbered below 0. */
interface HotPlace {
  readonly row: number | null;
  readonly col: number | null;
}

/** Two corners of a range of Handsontable's. */
export interface HotRange {
  readonly from: HotPlace;
  readonly to: HotPlace;
}

/** A range of Handsontable's as a block, without the headings. */
export function blockOf({ from, to }: HotRange): Block {
  const rows = [from.row ?? 0, to.row ?? 0];
  const columns = [from.col ?? 0, to.col ?? 0];
  return {
    top: Math.max(0, Math.min(...rows)),
    bottom: Math.max(...rows),
    left: Math.max(0, Math.min(...columns)),
    right: Math.max(...columns)
  };
}

function cellAt(place?: HotPlace): Cell | null {
  const { row, col } = place ?? {};
  return row == null || col == null ? null : { line: Math.max(0, row), column: Math.max(0, col) };
}
