import type { CellEditor } from './cell-editor.ts';
import type { Block } from './gestures.ts';
import { addHooks, type Hot } from './handsontable.ts';
import type { Cell, Selection } from './selection.ts';

/** The parts of a table that its handles have to do with. */
interface HandleParts {
  readonly editor: CellEditor;
  readonly selection: Selection;
}

/** Side of a handle in pixels, as in the grid's CSS. */
const SIZE = 32;

/**
 * Handles at two corners of what a finger has selected, by which it selects more cells: over the cells
 * themselves it scrolls. Handsontable 18.0 makes such handles too, but never puts them on the page.
 */
export class FingerHandles {
  readonly #hot: Hot;
  readonly #element: HTMLElement;
  readonly #parts: HandleParts;
  /** At the upper left corner, and at the lower right one. */
  readonly #first: HTMLElement;
  readonly #last: HTMLElement;
  /** Whether a finger was the last to point at the table. */
  #finger = false;

  constructor(hot: Hot, element: HTMLElement, parts: HandleParts, signal: AbortSignal) {
    this.#hot = hot;
    this.#element = element;
    this.#parts = parts;
    this.#first = this.#make(({ bottom, right }) => ({ line: bottom, column: right }));
    this.#last = this.#make(({ top, left }) => ({ line: top, column: left }));
    const note = ({ pointerType }: PointerEvent) => {
      this.#finger = pointerType === 'touch';
      this.#place();
    };
    element.addEventListener('pointerdown', note, { capture: true, signal });
    const place = () => this.#place();
    addHooks(hot, {
      afterSelectionEnd: place,
      afterDeselect: place,
      afterBeginEditing: place,
      afterRender: place,
      afterScroll: place
    });
  }

  /** @param fixed which corner of the selected cells stays while the handle is dragged */
  #make(fixed: (block: Block) => Cell): HTMLElement {
    const handle = this.#element.ownerDocument.createElement('div');
    handle.className = 'finger-handle';
    handle.hidden = true;
    handle.setAttribute('aria-hidden', 'true');
    let stays: Cell | null = null;
    let reached = '';
    handle.onpointerdown = ({ pointerId }) => {
      const { block } = this.#parts.selection;
      if (!block) return;
      stays = fixed(block);
      handle.setPointerCapture(pointerId);
    };
    handle.onpointermove = ({ clientX, clientY }) => {
      const cell = stays && this.#cellAt(clientX, clientY);
      if (!stays || !cell || reached === `${cell.line} ${cell.column}`) return;
      reached = `${cell.line} ${cell.column}`;
      this.#parts.selection.span(stays, cell);
    };
    handle.onlostpointercapture = () => {
      stays = null;
      reached = '';
    };
    // The table keeps the keyboard.
    handle.onmousedown = (event) => event.preventDefault();
    this.#element.append(handle);
    return handle;
  }

  #cellAt(x: number, y: number): Cell | null {
    const below = this.#element.ownerDocument.elementsFromPoint(x, y);
    const td = below.find((one) => one.matches('td') && this.#element.contains(one));
    const { row, col } = (td && this.#hot.getCoords(td as HTMLElement)) ?? {};
    return row == null || col == null ? null : { line: row, column: Math.max(0, col) };
  }

  #place(): void {
    const { editor, selection } = this.#parts;
    const block = this.#finger && !editor.open ? selection.block : null;
    const first = block && this.#boxOf({ line: block.top, column: block.left });
    const last = block && this.#boxOf({ line: block.bottom, column: block.right });
    this.#put(this.#first, first && { x: first.left, y: first.top });
    this.#put(this.#last, last && { x: last.right, y: last.bottom });
  }

  /** Where a cell stands on the screen; null while other cells or the headings hide it. */
  #boxOf({ line, column }: Cell): DOMRect | null {
    const td = this.#hot.getCell(line, column, true);
    const box = td?.getBoundingClientRect();
    if (!td || !box) return null;
    const headings = this.#layer('ht_clone_top')?.bottom ?? 0;
    const frozen = td.closest('.ht_clone_inline_start')
      ? null
      : this.#layer('ht_clone_inline_start');
    const hidden = box.bottom <= headings || box.right <= (frozen?.right ?? 0);
    return hidden ? null : box;
  }

  #layer(name: string): DOMRect | undefined {
    return this.#element.querySelector(`.${name}`)?.getBoundingClientRect();
  }

  /** Puts a handle around a point of the screen, or as near as the table reaches; null takes it away. */
  #put(handle: HTMLElement, point: { readonly x: number; readonly y: number } | null): void {
    const table = (handle.offsetParent ?? this.#element).getBoundingClientRect();
    handle.hidden = point === null || point.y > table.bottom + SIZE || point.x > table.right + SIZE;
    if (handle.hidden || !point) return;
    const within = (offset: number, most: number) => Math.max(0, Math.min(offset, most));
    handle.style.left = `${within(point.x - table.left - SIZE / 2, table.width - SIZE)}px`;
    handle.style.top = `${within(point.y - table.top - SIZE / 2, table.height - SIZE)}px`;
  }
}
