import type { Block } from './gestures.ts';
import type { Hot } from './handsontable.ts';

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
    if (!range) return null;
    const rows = [range.from.row ?? 0, range.to.row ?? 0];
    const columns = [range.from.col ?? 0, range.to.col ?? 0];
    return {
      top: Math.max(0, Math.min(...rows)),
      bottom: Math.max(...rows),
      left: Math.max(0, Math.min(...columns)),
      right: Math.max(...columns)
    };
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
