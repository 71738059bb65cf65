import type { Place } from '#lib/model/workbook.ts';
import type { CellEditor } from './cell-editor.ts';
import type { Content } from './content.ts';
import type { Hot } from './handsontable.ts';

/** The cells of a table for who points at them while a formula is typed. */
export class Pointing {
  readonly #hot: Hot;
  readonly #element: HTMLElement;
  readonly #content: Content;
  readonly #editor: CellEditor;

  constructor(hot: Hot, element: HTMLElement, content: Content, editor: CellEditor) {
    this.#hot = hot;
    this.#element = element;
    this.#content = content;
    this.#editor = editor;
  }

  /** What a cell is being typed into; null while none is. */
  get textArea(): HTMLTextAreaElement | null {
    return this.#editor.open ? (this.#editor.textArea ?? null) : null;
  }

  /** Whether arrows lead to other cells while a cell is typed into. */
  get entering(): boolean {
    return this.#editor.entering;
  }

  /** The cell that an element of the page belongs to; null outside the cells. */
  cellOf(target: EventTarget | null): Place | null {
    const td = target instanceof Element ? target.closest('td') : null;
    if (!td || !this.#element.contains(td)) return null;
    const { row, col } = this.#hot.getCoords(td) ?? {};
    return row == null || col == null || row < 0 || col < 0
      ? null
      : this.#content.placeOf(row, col);
  }

  /** Brings a cell into sight. */
  reveal({ row, column }: Place): void {
    const at = this.#content.lines.findIndex((line) => line.row.id === row);
    const across = this.#content.columns.findIndex(({ id }) => id === column);
    if (at >= 0 && across >= 0) this.#hot.scrollViewportTo({ row: at, col: across });
  }

  /**
   * Where the cells stand on the screen that have these rows and columns, as far as they are in sight.
   * @param rows the ids of rows; null for all
   * @param columns the ids of columns; null for all
   */
  boxOf(rows: ReadonlySet<string> | null, columns: ReadonlySet<string> | null): DOMRect | null {
    const boxes: DOMRect[] = [];
    const { lines, columns: all } = this.#content;
    const across = all.flatMap(({ id }, at) => (columns === null || columns.has(id) ? [at] : []));
    const [left, right] = [across[0], across.at(-1)];
    const first = this.#hot.getFirstRenderedVisibleRow() ?? 0;
    const last = this.#hot.getLastRenderedVisibleRow() ?? -1;
    for (let at = first; at <= last; at++) {
      const row = lines[at]?.row.id;
      if (row === undefined || (rows !== null && !rows.has(row))) continue;
      for (const column of [left, right]) {
        const td = column === undefined ? null : this.#hot.getCell(at, column, true);
        if (td) boxes.push(td.getBoundingClientRect());
      }
    }
    return boxes.length === 0 ? null : this.#withinSight(boxes);
  }

  /** Around all boxes, without what lies below the headings or beyond the edges of the table. */
  #withinSight(boxes: readonly DOMRect[]): DOMRect | null {
    const sight = this.#element.querySelector('.ht_master .wtHolder')?.getBoundingClientRect();
    const above = this.#element.querySelector('.ht_clone_top')?.getBoundingClientRect();
    const beside = this.#element.querySelector('.ht_clone_inline_start')?.getBoundingClientRect();
    const left = Math.max(...[Math.min(...boxes.map((box) => box.left)), sight?.left ?? 0]);
    const top = Math.max(Math.min(...boxes.map((box) => box.top)), above?.bottom ?? 0);
    const right = Math.min(Math.max(...boxes.map((box) => box.right)), sight?.right ?? innerWidth);
    const bottom = Math.min(
      Math.max(...boxes.map((box) => box.bottom)),
      sight?.bottom ?? innerHeight
    );
    const start = beside && left < beside.right ? Math.max(left, this.#headerEnd) : left;
    return right > start && bottom > top
      ? new DOMRect(start, top, right - start, bottom - top)
      : null;
  }

  /** Where the numbers of the rows end. */
  get #headerEnd(): number {
    const number = this.#element.querySelector('.ht_clone_inline_start tbody th');
    return number?.getBoundingClientRect().right ?? 0;
  }
}
