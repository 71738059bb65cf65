import type { Hot } from './handsontable.ts';
import type { Line } from './lines.ts';
import { tellRowHeights } from './row-positions.ts';
import type { Sizes } from './sizes.ts';

/** What a fit has to know of its table at the time. */
export interface Fitted {
  /** Whether the table scrolls by itself. */
  readonly scrolls: boolean;
  lines(): readonly Line[];
  /** The heights of the rows of headings, in pixels. */
  headings(): readonly number[];
  /** Whether a cell is being typed into. */
  editing(): boolean;
}

/** Keeps a table fitted to the room that the page gives it. */
export class PageFit {
  readonly #hot: Hot;
  readonly #element: HTMLElement;
  readonly #sizes: Sizes;
  readonly #table: Fitted;

  constructor(hot: Hot, element: HTMLElement, sizes: Sizes, table: Fitted, signal: AbortSignal) {
    this.#hot = hot;
    this.#element = element;
    this.#sizes = sizes;
    this.#table = table;
    this.fitHeight();
    const observer = new ResizeObserver(() => {
      if (sizes.fit()) this.fitColumns();
      else hot.refreshDimensions();
    });
    observer.observe(element.parentElement ?? element);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Measures the rows again for other widths of the columns, and shows both. */
  fitColumns(): void {
    this.#sizes.measure(this.#table.lines());
    const { frozen } = this.#sizes;
    const changed = frozen !== this.#hot.getSettings().fixedColumnsStart;
    // It would close an open editor.
    if (changed && !this.#table.editing()) this.#hot.updateSettings({ fixedColumnsStart: frozen });
    this.fitHeight();
    this.#hot.view.invalidateColumnWidthCache();
    tellRowHeights(this.#hot, this.#sizes.heights);
    this.#hot.refreshDimensions();
    // Done by itself only where the room has changed: the table would scroll as far as it was wide.
    this.#hot.view.adjustElementsSize();
    this.#hot.render();
  }

  /** A table that scrolls by itself takes the room there is, but no more than its rows need. */
  fitHeight(): void {
    if (!this.#table.scrolls) return;
    const headings = this.#table.headings().reduce((sum, height) => sum + height, 0);
    this.#element.style.flexBasis = `${headings + this.#sizes.height}px`;
  }
}
