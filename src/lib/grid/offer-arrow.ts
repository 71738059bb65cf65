import type { Hot } from './handsontable.ts';
import type { Cell } from './selection.ts';

/** The ▾ in a selected cell that has a list. It is for the pointer; the keyboard has Alt+↓. */
export class OfferArrow {
  readonly #hot: Hot;
  readonly #button: HTMLButtonElement;
  #cell: Cell | null = null;

  constructor(hot: Hot, element: HTMLElement, onpress: () => void) {
    this.#hot = hot;
    this.#button = element.ownerDocument.createElement('button');
    this.#button.className = 'offer-arrow';
    this.#button.tabIndex = -1;
    this.#button.hidden = true;
    this.#button.textContent = '▾';
    this.#button.title = 'Alt+↓';
    this.#button.setAttribute('aria-label', '打开下拉列表');
    // The cell keeps the keyboard, and Handsontable hears of no press.
    this.#button.addEventListener('mousedown', (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
    this.#button.addEventListener('click', (event) => {
      event.stopPropagation();
      onpress();
    });
    element.append(this.#button);
  }

  /** Shows it at a cell; nowhere for null. */
  show(cell: Cell | null): void {
    this.#cell = cell;
    this.place();
  }

  /** Goes with the cell where that has been scrolled or has grown. */
  place(): void {
    const table = (
      this.#button.offsetParent ?? this.#button.parentElement!
    ).getBoundingClientRect();
    const cell = this.#cell && this.#hot.getCell(this.#cell.line, this.#cell.column, true);
    const box = cell?.getBoundingClientRect();
    const seen = box && box.top >= table.top && box.bottom <= table.bottom + 1;
    this.#button.hidden = !seen || box.right > table.right + 1;
    if (!seen) return;
    this.#button.style.left = `${box.right - table.left - 20}px`;
    this.#button.style.top = `${box.top - table.top + (box.height - 20) / 2}px`;
  }
}
