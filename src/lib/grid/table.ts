import { flushSync } from 'svelte';
import type { Edit } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';
import { CellEditor } from './cell-editor.ts';
import {
  editOfCells,
  editOfMove,
  editOfPaste,
  widthOf,
  type Block,
  type CellChange
} from './gestures.ts';
import {
  alterRows,
  changedCells,
  makeHandsontable,
  pastedTexts,
  REMOTE,
  type Hot,
  type HotChange,
  type HotOptions,
  type HotSettings
} from './handsontable.ts';
import { sameCommentMarks, type CommentMark } from './comment-marks.ts';
import { mainColumn } from './columns.ts';
import { idsOf, sameRows, type Line } from './lines.ts';
import { sameMarks, type Mark, type PeerMark } from './marks.ts';
import { forgetRowHeights, PageFit } from './page-fit.ts';
import { paintCell } from './paint-cell.ts';
import { rowOperations } from './row-operations.ts';
import { Selection } from './selection.ts';
import { Sizes } from './sizes.ts';
import { Sources } from './sources.ts';

/** What a table shows. */
export interface TableData {
  readonly lines: readonly Line[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly comments: ReadonlyMap<string, CommentMark>;
  readonly peers: ReadonlyMap<string, PeerMark>;
}

export interface TableOptions extends HotOptions {
  /** Whether columns are added for what is pasted past the right edge. */
  readonly widens: boolean;
  /** A gesture. The change comes back through `show`, like everybody else's. */
  readonly onEdit: (edit: Edit) => void;
  /** The selected cell; null where none is. */
  readonly onSelect: (place: Place | null) => void;
  /** The cell under the pointer and where it stands on the screen; null where there is none. */
  readonly onHover: (place: Place | null, cell: DOMRect | null) => void;
  /** How many pasted columns found no place to the right of the table. */
  readonly onLeftOut: (columns: number) => void;
  /** What was being typed into a row that a colleague has deleted meanwhile. */
  readonly onLost: (text: string) => void;
}

/** More row operations than this, and making the table's rows anew is the quicker way. */
const MANY_OPERATIONS = 200;

/**
 * Handsontable as a view: gestures leave as edits and are refused here, values come in by `show`.
 * Otherwise it would change data behind the document's back.
 */
export class Table {
  readonly #hot: Hot;
  readonly #options: TableOptions;
  readonly #editor: CellEditor;
  readonly #selection: Selection;
  readonly #sizes: Sizes;
  readonly #fit: PageFit;
  readonly #end = new AbortController();
  readonly #sources: Sources;
  #data: TableData;
  #waiting: TableData | null = null;
  #frame = 0;
  /** Whether a gesture is being taken in, after which Handsontable renders by itself. */
  #renders = false;

  constructor(element: HTMLElement, options: TableOptions, data: TableData) {
    const { columns, height } = options;
    this.#options = options;
    this.#data = data;
    this.#sources = new Sources(columns, data.lines);
    this.#sizes = new Sizes(element, columns, height === 'fill');
    this.#sizes.measure(data.lines);
    const paint = (td: HTMLTableCellElement, row: number, column: number) =>
      paintCell(td, { columns, ...this.#data }, row, column);
    const hooks = this.#hooks();
    this.#hot = makeHandsontable(element, options, this.#sources.list, this.#sizes, paint, hooks);
    this.#editor = new CellEditor(this.#hot, element);
    this.#selection = new Selection(this.#hot, element);
    const { signal } = this.#end;
    // Esc closes an editor without a hook.
    element.addEventListener('keyup', this.#showWaiting, { signal });
    if (!options.readOnly) {
      element.addEventListener('input', (event) => this.#editor.beginWith(event), { signal });
    }
    const fitted = {
      scrolls: height === 'fill',
      lines: () => this.#data.lines,
      editing: () => this.editing
    };
    this.#fit = new PageFit(this.#hot, element, this.#sizes, fitted, signal);
  }

  /** Whether a cell is being typed into. */
  get editing(): boolean {
    return this.#editor.open;
  }

  /** The lines that are selected, first and last; null where none is. */
  get selectedLines(): { readonly first: number; readonly last: number } | null {
    const block = this.#selection.block;
    return block && { first: block.top, last: block.bottom };
  }

  /** The heights of the rows, in pixels, as they are now. */
  get heights(): readonly number[] {
    return this.#sizes.heights;
  }

  /** Shows other data. Cells are painted at once in one go; rows wait until an open editor is closed. */
  show(data: TableData): void {
    const before = this.#data;
    if (sameRows(before.lines, data.lines)) {
      const changed = before.lines.some((line, at) => line !== data.lines[at]);
      this.#data = this.#waiting ? { ...data, lines: before.lines } : data;
      if (this.#waiting) this.#waiting = data;
      if (changed) this.#takeOver(before.lines);
      const marked =
        before.peers !== data.peers ||
        !sameMarks(before.marks, data.marks) ||
        !sameCommentMarks(before.comments, data.comments);
      if (changed || marked) this.#render();
    } else if (this.editing) {
      this.#waiting = data;
    } else {
      this.#showRows(data);
    }
  }

  /** Hands in what is being typed into a cell. */
  commitTyping(): void {
    this.#editor.commit();
  }

  /** Selects a cell and scrolls it into view; with `focus` it takes the keyboard too. */
  goTo(place: Place, focus: boolean): void {
    const at = this.#data.lines.findIndex(({ row }) => row.id === place.row);
    const column = place.column ?? mainColumn(this.#options.columns);
    const across = Math.max(
      0,
      this.#options.columns.findIndex(({ id }) => id === column)
    );
    if (at < 0) return;
    const cell = { top: at, left: across, bottom: at, right: across };
    if (focus) this.#selection.take(cell);
    else this.#selection.show(cell, true);
    this.#hot.getCell(at, across)?.scrollIntoView({ block: 'nearest' });
  }

  /** Selects some whole lines, as after they were moved. */
  selectLines(first: number, last: number): void {
    const right = this.#options.columns.length - 1;
    this.#selection.take({ top: first, left: 0, bottom: last, right });
  }

  /** Hands in what is being typed, and ends. */
  destroy(): void {
    this.commitTyping();
    this.#end.abort();
    cancelAnimationFrame(this.#frame);
    this.#hot.destroy();
  }

  #hooks(): HotSettings {
    const { onSelect, onHover } = this.#options;
    return {
      beforeChange: (changes, source) => this.#onChange(changes, source),
      beforePaste: (cells) => this.#onPaste(cells),
      beforeCreateRow: (_index, _count, source) => String(source) === REMOTE,
      beforeRemoveRow: (_index, _count, _rows, source) => String(source) === REMOTE,
      beforeRowMove: (rows, to) => this.#commit(editOfMove(this.#data.lines, rows, to)),
      afterSelectionEnd: (row, column) => onSelect(this.#placeOf(row, column)),
      afterDeselect: () => onSelect(null),
      afterOnCellMouseOver: (_event, { row, col }, td) =>
        onHover(this.#placeOf(row, col), td.getBoundingClientRect()),
      afterOnCellMouseOut: () => onHover(null, null),
      afterColumnResize: (width, column) => {
        this.#sizes.widths[column] = width;
        this.#fit.fitColumns();
      }
    };
  }

  #onChange(changes: readonly (HotChange | null)[], source: string): boolean {
    if (source === REMOTE) return true;
    const cells = changedCells(changes);
    this.#reportLost(cells);
    this.#renders = true;
    try {
      this.#commit(editOfCells(this.#data.lines, cells));
      // The change comes back through `show` now, so that this rendering paints it: a second one,
      // in the next frame, would cost as much again.
      flushSync();
    } finally {
      this.#renders = false;
    }
    queueMicrotask(() => this.#editor.refresh());
    return false;
  }

  #onPaste(cells: readonly (readonly unknown[])[]): boolean {
    const block = this.#selection.block;
    const { columns, readOnly, widens, onLeftOut } = this.#options;
    if (!block || readOnly) return false;
    const texts = pastedTexts(cells);
    const beyond = block.left + widthOf(texts) - columns.length;
    if (beyond > 0 && !widens) onLeftOut(beyond);
    return this.#commit(editOfPaste(this.#data.lines, columns, block, texts, { widens }));
  }

  /** Hands a gesture over; false, so that Handsontable does not carry it out itself. */
  #commit(edit: Edit): false {
    const { readOnly, onEdit } = this.#options;
    if (edit.changes.length > 0 && !readOnly) onEdit(edit);
    // The editor that this gesture closes is still open: row changes that waited for it come next.
    queueMicrotask(this.#showWaiting);
    return false;
  }

  /** Rows wait while an editor is open, so one that is being typed into may be gone by now. */
  #reportLost(cells: readonly CellChange[]): void {
    if (!this.#waiting) return;
    const present = new Set(this.#waiting.lines.map(({ row }) => row.id));
    for (const { line, text } of cells) {
      const row = this.#data.lines[line]?.row.id;
      if (row !== undefined && !present.has(row)) this.#options.onLost(text);
    }
  }

  #showWaiting = (): void => {
    if (this.#waiting && !this.editing && !this.#hot.isDestroyed) this.#showRows(this.#waiting);
  };

  /** Takes the rows out and puts them in that others have deleted, inserted or moved. */
  #showRows(data: TableData): void {
    const before = this.#data.lines;
    const selected = this.#selection.block;
    const selectedRow = selected && before[selected.top]?.row.id;
    const operations = rowOperations(idsOf(before), idsOf(data.lines));
    this.#waiting = null;
    this.#data = data;
    this.#sizes.measure(data.lines);
    if (operations.length > MANY_OPERATIONS) {
      this.#sources.renew(data.lines);
      this.#hot.updateData(this.#sources.list);
    } else {
      this.#hot.batch(() => {
        alterRows(this.#hot, operations);
        this.#takeOver([]);
      });
    }
    this.#fit.fitHeight();
    this.#hot.render();
    if (selected) this.#reselect(selected, selectedRow ?? null);
  }

  /** Keeps the selection on its row; where that is gone, on the row that took its place. */
  #reselect(selected: Block, row: string | null): void {
    const { lines } = this.#data;
    const found = lines.findIndex((line) => line.row.id === row);
    const top = found >= 0 ? found : Math.min(selected.top, lines.length - 1);
    const bottom = Math.min(top + selected.bottom - selected.top, lines.length - 1);
    if (top < 0) this.#selection.clear();
    else this.#selection.show({ ...selected, top, bottom }, false);
  }

  /** Puts the texts of changed lines into the objects that the table reads. */
  #takeOver(before: readonly Line[]): void {
    let resized = false;
    this.#data.lines.forEach((line, at) => {
      if (line === before[at]) return;
      if (this.#sizes.measureLine(at, line)) resized = true;
      this.#sources.takeOver(at, line);
    });
    if (resized) forgetRowHeights(this.#hot);
  }

  #render(): void {
    if (this.#frame || this.#renders) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#hot.render();
      this.#editor.refresh();
    });
  }

  #placeOf(row: number | null, column: number | null): Place | null {
    const line = this.#data.lines[row ?? -1];
    const id = this.#options.columns[column ?? -1]?.id;
    return line ? { sheet: line.sheet, row: line.row.id, ...(id && { column: id }) } : null;
  }
}
