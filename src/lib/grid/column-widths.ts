import { bestWidth } from './best-width.ts';
import { headingOf } from './columns.ts';
import type { Content } from './content.ts';
import { addHooks, type Hot } from './handsontable.ts';
import type { PageFit } from './page-fit.ts';
import type { TableOptions } from './table-options.ts';

/** The widths that a person gives the columns of a table: by dragging a border or by a double click on it. */
export class ColumnWidths {
  readonly #hot: Hot;
  readonly #content: Content;
  readonly #fit: PageFit;
  readonly #onWidth: TableOptions['onWidth'];

  constructor(hot: Hot, content: Content, fit: PageFit, onWidth: TableOptions['onWidth']) {
    this.#hot = hot;
    this.#content = content;
    this.#fit = fit;
    this.#onWidth = onWidth;
    addHooks(hot, {
      beforeColumnResize: (width, column, isDoubleClick) =>
        (isDoubleClick ? this.#best(column) : undefined) ?? width,
      afterColumnResize: (width, column) => this.#widen(column, width)
    });
  }

  /** Makes a column as wide as its texts. */
  fitColumn(column: string): void {
    const at = this.#content.columns.findIndex(({ id }) => id === column);
    const width = this.#best(at);
    if (width === undefined) return;
    this.#hot.getPlugin('manualColumnResize').setManualSize(at, width);
    this.#widen(at, width);
  }

  #best(at: number): number | undefined {
    const { columns, lines } = this.#content;
    const column = columns[at];
    return column && bestWidth(lines, column, headingOf(columns, at));
  }

  #widen(at: number, width: number): void {
    const column = this.#content.columns[at];
    this.#content.sizes.widen(at, width);
    this.#fit.fitColumns();
    if (column) this.#onWidth?.(column.id, width);
  }
}
