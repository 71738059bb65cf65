import type { CellEditor } from './cell-editor.ts';
import type { Content } from './content.ts';
import { alterRows, renewRows, type Hot } from './handsontable.ts';
import { rowsOtherwise, type PaintedRows } from './in-sight.ts';
import { keptSelection } from './kept-selection.ts';
import { idsOf, sameRows } from './lines.ts';
import type { PageFit } from './page-fit.ts';
import { rowOperations } from './row-operations.ts';
import { tellRowHeights } from './row-positions.ts';
import type { Scroll } from './scroll.ts';
import type { Selection } from './selection.ts';
import type { SpokenCell } from './spoken-cell.ts';
import type { TableData } from './table-options.ts';

/** More row operations or rows than this, and making the table's rows anew is the quicker way. */
const MANY_OPERATIONS = 200;
const MANY_ROWS = 1000;

/** The parts of a table that must not notice what comes in. */
export interface Undisturbed {
  readonly editor: CellEditor;
  readonly selection: Selection;
  readonly fit: PageFit;
  readonly scroll: Scroll;
  readonly spoken: SpokenCell;
}

/** Takes in what a table is to show, whoever has changed it, under the hands of who works there. */
export class Incoming {
  readonly #hot: Hot;
  readonly #content: Content;
  readonly #parts: Undisturbed;
  #waiting: TableData | null = null;
  #frame = 0;
  #renders = false;
  #release: (() => void) | null = null;

  constructor(hot: Hot, content: Content, parts: Undisturbed) {
    this.#hot = hot;
    this.#content = content;
    this.#parts = parts;
  }

  /** Shows other data. Cells are painted at once in one go; rows wait until an open editor is closed. */
  show(data: TableData): void {
    const before = this.#content.data;
    if (sameRows(before.lines, data.lines)) {
      const resizes = this.#content.resizes(data.lines);
      if (resizes && !this.#renders) this.#hold();
      this.#content.data = this.#waiting ? { ...data, lines: before.lines } : data;
      if (this.#waiting) this.#waiting = data;
      this.#content.takeOver(before.lines);
      if (resizes) tellRowHeights(this.#hot, this.#content.sizes.heights);
      const { columns, data: now } = this.#content;
      const rows = resizes ? null : rowsOtherwise(before, now, columns, this.#painted);
      if (rows) this.#paint(rows);
      else this.#render();
    } else if (this.#parts.editor.open) {
      this.#waiting = data;
    } else {
      this.#showRows(data);
    }
  }

  /** Shows the rows that have waited for an editor to be closed. */
  showWaiting = (): void => {
    if (this.#waiting && !this.#parts.editor.open && !this.#hot.isDestroyed) {
      this.#showRows(this.#waiting);
    }
  };

  /** Whether a row is gone among the rows that wait. */
  isGone(row: string): boolean {
    return this.#waiting?.lines.every((line) => line.row.id !== row) ?? false;
  }

  /** Carries out a gesture after which Handsontable renders by itself. */
  whileRendering(gesture: () => void): void {
    this.#renders = true;
    try {
      gesture();
    } finally {
      this.#renders = false;
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  get #painted(): PaintedRows {
    const first = this.#hot.getFirstRenderedVisibleRow() ?? 0;
    return { first, last: this.#hot.getLastRenderedVisibleRow() ?? first - 1 };
  }

  /** Takes the rows out and puts them in that others have deleted, inserted or moved. */
  #showRows(data: TableData): void {
    const { selection, fit } = this.#parts;
    const { sizes, sources, lines: before } = this.#content;
    const { selected } = selection;
    const [ids, idsNow] = [idsOf(before), idsOf(data.lines)];
    const operations = rowOperations(ids, idsNow);
    // Whoever asks for another order looks for what comes first in it, not for what they looked at.
    if (data.asked === this.#content.data.asked) this.#hold();
    this.#waiting = null;
    this.#content.data = data;
    sizes.measure(data.lines);
    const rows = operations.reduce((sum, { count }) => sum + count, 0);
    this.#hot.batch(() => {
      if (operations.length > MANY_OPERATIONS || rows > MANY_ROWS) {
        if (sources.renew(data.lines)) renewRows(this.#hot, sources.list);
      } else {
        alterRows(this.#hot, operations);
        this.#content.takeOver([]);
      }
      tellRowHeights(this.#hot, sizes.heights);
      fit.fitHeight();
      this.#hot.render();
    });
    this.#onRendered();
    const kept = selected && keptSelection(ids, idsNow, selected);
    if (kept) selection.restore(kept);
    else if (selected) selection.clear();
  }

  #render(): void {
    if (this.#frame || this.#renders) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#hot.render();
      this.#onRendered();
      this.#parts.editor.refresh();
    });
  }

  /** Paints some rows alone: a rendering takes ten times as long, most of it for layout. */
  #paint(rows: readonly number[]): void {
    if (!this.#frame && !this.#renders) {
      for (const row of rows) {
        this.#content.columns.forEach((_, column) => {
          // Columns that stay in sight have their cells twice.
          const [below, above] = [false, true].map((top) => this.#hot.getCell(row, column, top));
          if (below) this.#content.repaint(below, row, column);
          if (above && above !== below) this.#content.repaint(above, row, column);
        });
      }
      this.#parts.spoken.tell();
    }
    this.#parts.editor.refresh();
  }

  #onRendered(): void {
    this.#release?.();
    this.#release = null;
    this.#parts.editor.follow();
  }

  /** Holds what is on the screen until it has been rendered again. */
  #hold(): void {
    const { scroll, selection } = this.#parts;
    this.#release ??= scroll.hold(selection.cell?.line);
  }
}
