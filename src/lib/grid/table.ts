import 'handsontable/styles/handsontable.min.css';
import 'handsontable/styles/ht-theme-main-no-icons.min.css';
import Handsontable from 'handsontable/base';
import { registerCellType, TextCellType } from 'handsontable/cellTypes';
import {
  Autofill,
  CopyPaste,
  ManualColumnResize,
  ManualRowMove,
  registerPlugin
} from 'handsontable/plugins';
import { flushSync } from 'svelte';
import type { Edit } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';
import { editOfCells, editOfMove, editOfPaste, type Block, type CellChange } from './gestures.ts';
import { lineText, PROJECT_COLUMN, type GridColumn, type Line } from './lines.ts';
import { sameMarks, type Mark, type PeerMark } from './marks.ts';
import { paintCell } from './paint-cell.ts';
import { columnWidths, rowHeight } from './row-height.ts';
import { rowOperations } from './row-operations.ts';

registerCellType(TextCellType);
for (const plugin of [Autofill, CopyPaste, ManualColumnResize, ManualRowMove])
  registerPlugin(plugin);

/** What a table shows. */
export interface TableData {
  readonly lines: readonly Line[];
  readonly marks: ReadonlyMap<string, Mark>;
  readonly peers: ReadonlyMap<string, PeerMark>;
}

export interface TableOptions {
  /** What a screen reader calls the table. */
  readonly name: string;
  readonly columns: readonly GridColumn[];
  /** `content` is as high as its rows and scrolls with the page; `fill` scrolls by itself. */
  readonly height: 'content' | 'fill';
  readonly readOnly: boolean;
  readonly licenseKey: string;
  /** A gesture. The change comes back through `show`, like everybody else's. */
  readonly onEdit: (edit: Edit) => void;
  /** The selected cell; null where none is. */
  readonly onSelect: (place: Place | null) => void;
  /** The cell under the pointer and where it stands on the screen; null where there is none. */
  readonly onHover: (place: Place | null, cell: DOMRect | null) => void;
  /** What was being typed into a row that a colleague has deleted meanwhile. */
  readonly onLost: (text: string) => void;
}

/** Rows that colleagues change come with this source; every other change is a gesture. */
const REMOTE = 'remote';
/** Width of the column of row numbers. */
const NUMBERS = 36;
/** What Windows takes for a vertical scrollbar. */
const SCROLLBAR = 17;
/** More row operations than this, and making the table's rows anew is the quicker way. */
const MANY_OPERATIONS = 200;

type Source = Record<string, string>;
type CellRange = [top: number, left: number, bottom: number, right: number];

/**
 * Handsontable as a view: gestures leave as edits and are refused here, values come in by `show`.
 * Its own undo, merging, sorting and filtering are not used: they would change data behind the
 * document's back.
 */
export class Table {
  readonly #hot: InstanceType<typeof Handsontable>;
  readonly #options: TableOptions;
  readonly #element: HTMLElement;
  readonly #resize: ResizeObserver;
  #data: TableData;
  #waiting: TableData | null = null;
  #sources: Source[];
  #widths: number[];
  #heights: number[] = [];
  #frame = 0;
  /** Whether a gesture is being taken in, after which Handsontable renders by itself. */
  #renders = false;
  /** What has the keyboard outside the table while cells are selected for it to see. */
  #keptFocus: HTMLElement | null = null;

  constructor(element: HTMLElement, options: TableOptions, data: TableData) {
    this.#element = element;
    this.#options = options;
    this.#data = data;
    this.#sources = data.lines.map((line) => this.#sourceOf(line));
    this.#widths = this.#fittedWidths();
    this.#measure();
    this.#hot = new Handsontable(element, this.#settings());
    this.#hot.addHook('afterColumnResize', (width: number, column: number) => {
      this.#widths[column] = width;
      this.#measure();
      this.#hot.render();
    });
    // A moment after a cell was selected, Handsontable 18.0 selects what stands in the hidden text
    // area. When typing has begun by then, the next letter replaces the first one.
    this.#hot.getFocusManager().setRefocusElementGetter(() => this.#textAreaAtRest as HTMLElement);
    // Esc closes an editor without a hook.
    element.addEventListener('keyup', this.#showWaiting);
    element.addEventListener('input', this.#beginWithInput);
    this.#resize = new ResizeObserver(() => this.#fit());
    this.#resize.observe(element.parentElement ?? element);
  }

  /** Shows other data. Cells are painted at once in one go; rows wait until an open editor is closed. */
  show(data: TableData): void {
    const before = this.#data;
    if (sameRows(before.lines, data.lines)) {
      const changed = before.lines.some((line, at) => line !== data.lines[at]);
      this.#data = this.#waiting ? { ...data, lines: before.lines } : data;
      if (this.#waiting) this.#waiting = data;
      if (changed) this.#takeOver(before.lines);
      if (changed || before.peers !== data.peers || !sameMarks(before.marks, data.marks))
        this.#render();
    } else if (this.editing) {
      this.#waiting = data;
    } else {
      this.#showRows(data);
    }
  }

  /** Selects a cell and scrolls it into view; with `focus` it takes the keyboard too. */
  goTo(place: Place, focus: boolean): void {
    const at = this.#data.lines.findIndex(({ row }) => row.id === place.row);
    const across = this.#options.columns.findIndex(({ id }) => id === (place.column ?? 'target'));
    if (at < 0) return;
    const cell: CellRange = [at, Math.max(0, across), at, Math.max(0, across)];
    if (focus) {
      this.#hot.selectCells([cell]);
      this.#hot.listen();
    } else {
      this.#selectQuietly(cell, true);
    }
    this.#hot.getCell(at, Math.max(0, across))?.scrollIntoView({ block: 'nearest' });
  }

  /** The lines that are selected, first and last; null where none is. */
  get selectedLines(): { readonly first: number; readonly last: number } | null {
    const range = this.#hot.getSelectedRangeLast();
    if (!range) return null;
    const { from, to } = range;
    const first = Math.max(0, Math.min(from.row ?? 0, to.row ?? 0));
    return { first, last: Math.max(from.row ?? 0, to.row ?? 0) };
  }

  /** Selects some whole lines, as after they were moved. */
  selectLines(first: number, last: number): void {
    this.#hot.selectCells([[first, 0, last, this.#options.columns.length - 1]]);
    this.#hot.listen();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#resize.disconnect();
    this.#hot.destroy();
  }

  #settings(): Handsontable.GridSettings {
    const { columns, height, readOnly, licenseKey, name } = this.#options;
    return {
      data: this.#sources,
      dataSchema: Object.fromEntries(columns.map(({ id }) => [id, ''])),
      columns: columns.map(({ id }) => ({
        data: id,
        editor: 'text',
        renderer: (_hot: unknown, td: HTMLTableCellElement, row: number, column: number) =>
          paintCell(td, this.#painting, row, column),
        readOnly: readOnly || id === PROJECT_COLUMN
      })),
      colHeaders: columns.map(({ title }) => title),
      rowHeaders: true,
      rowHeaderWidth: NUMBERS,
      colWidths: (column: number) => this.#widths[column] ?? 80,
      rowHeights: (row: number) => this.#heights[row] ?? 28,
      height: height === 'fill' ? '100%' : 'auto',
      width: '100%',
      licenseKey,
      themeName: 'ht-theme-main',
      injectCoreCss: false,
      undo: false,
      allowInsertColumn: false,
      allowRemoveColumn: false,
      enterBeginsEditing: false,
      // Without it a composition that begins on a selected cell loses its first letter.
      imeFastEdit: true,
      autoWrapRow: true,
      manualColumnResize: true,
      manualRowMove: !readOnly,
      fillHandle: readOnly ? false : { direction: 'vertical', autoInsertRow: false },
      outsideClickDeselects: false,
      beforeChange: (changes, source) => this.#onChange(changes, source),
      beforePaste: (cells) => this.#onPaste(cells),
      beforeCreateRow: (_index, _count, source) => String(source) === REMOTE,
      beforeRemoveRow: (_index, _count, _rows, source) => String(source) === REMOTE,
      beforeRowMove: (rows, to) => this.#onMove(rows, to),
      afterSelectionEnd: (row, column) => this.#options.onSelect(this.#placeOf(row, column)),
      // Handsontable by itself leaves the keyboard only to inputs, not to a button of a list.
      modifyFocusedElement: (_row, _column, element) => this.#keptFocus ?? element,
      afterDeselect: () => this.#options.onSelect(null),
      afterOnCellMouseOver: (_event, { row, col }, td) =>
        this.#options.onHover(this.#placeOf(row, col), td.getBoundingClientRect()),
      afterOnCellMouseOut: () => this.#options.onHover(null, null),
      afterInit() {
        this.rootElement.setAttribute('aria-label', name);
      }
    } satisfies Handsontable.GridSettings;
  }

  get #painting() {
    const { columns } = this.#options;
    return { columns, ...this.#data };
  }

  #onChange(changes: readonly (Handsontable.CellChange | null)[], source: string): boolean {
    if (source === REMOTE) return true;
    const cells = changes.flatMap((change): CellChange[] => {
      if (!change) return [];
      const [line, column, , text] = change;
      return [{ line, column: String(column), text: String(text ?? '') }];
    });
    this.#reportLost(cells);
    this.#renders = true;
    this.#commit(editOfCells(this.#data.lines, cells));
    // The change comes back through `show` now, so that this rendering paints it: a second one,
    // in the next frame, would cost as much again.
    flushSync();
    this.#renders = false;
    queueMicrotask(this.#refreshEditor);
    return false;
  }

  #onPaste(cells: readonly (readonly unknown[])[]): boolean {
    const selection = this.#selectedBlock();
    if (!selection) return false;
    const texts = cells.map((row) => row.map((text) => String(text ?? '')));
    this.#commit(editOfPaste(this.#data.lines, this.#options.columns, selection, texts));
    return false;
  }

  #onMove(rows: readonly number[], to: number): boolean {
    this.#commit(editOfMove(this.#data.lines, rows, to));
    return false;
  }

  #commit(edit: Edit): void {
    if (edit.changes.length > 0) this.#options.onEdit(edit);
    // The editor that this gesture closes is still open: row changes that waited for it come next.
    queueMicrotask(this.#showWaiting);
  }

  #showWaiting = (): void => {
    if (this.#waiting && !this.editing) this.#showRows(this.#waiting);
  };

  /**
   * Opens the editor for text that no key brought: a sign from an input method's table, such as ≥,
   * or dictation. Handsontable begins only with a key, and would drop it at the next one.
   */
  #beginWithInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement) || this.editing || target.value === '') return;
    if (this.#options.readOnly) return;
    const text = target.value;
    (this.#hot.getActiveEditor() as { beginEditing(): void } | undefined)?.beginEditing();
    // Beginning empties it, since a key that begins has yet to bring its letter.
    target.value = text;
  };

  /** Rows wait while an editor is open, so one that is being typed into may be gone by now. */
  #reportLost(cells: readonly CellChange[]): void {
    if (!this.#waiting) return;
    const present = new Set(this.#waiting.lines.map(({ row }) => row.id));
    for (const { line, text } of cells) {
      const row = this.#data.lines[line]?.row.id;
      if (row !== undefined && !present.has(row)) this.#options.onLost(text);
    }
  }

  /** Takes the rows out and puts them in that others have deleted, inserted or moved. */
  #showRows(data: TableData): void {
    const before = this.#data.lines;
    const selected = this.#selectedBlock();
    const selectedRow = selected && before[selected.top]?.row.id;
    const operations = rowOperations(before.map(rowId), data.lines.map(rowId));
    this.#waiting = null;
    this.#data = data;
    this.#measure();
    if (operations.length > MANY_OPERATIONS) {
      this.#sources = data.lines.map((line) => this.#sourceOf(line));
      this.#hot.updateData(this.#sources);
    } else {
      this.#hot.batch(() => {
        for (const { do: what, at, count } of operations) {
          if (what === 'remove') this.#hot.alter('remove_row', at, count, REMOTE);
          else this.#hot.alter('insert_row_above', at, count, REMOTE);
        }
        this.#takeOver([]);
      });
    }
    this.#hot.render();
    this.#reselect(selected, selectedRow);
  }

  /** Keeps the selection on its row; where that is gone, on the row that took its place. */
  #reselect(selected: Block | null, row: string | null | undefined): void {
    if (!selected) return;
    const found = this.#data.lines.findIndex((line) => line.row.id === row);
    const top = found >= 0 ? found : Math.min(selected.top, this.#data.lines.length - 1);
    if (top < 0) {
      this.#hot.deselectCell();
      return;
    }
    const bottom = Math.min(top + selected.bottom - selected.top, this.#data.lines.length - 1);
    this.#selectQuietly([top, selected.left, bottom, selected.right], false);
  }

  /** Selects cells without taking the keyboard from what has it outside the table. */
  #selectQuietly(range: CellRange, scroll: boolean): void {
    const { activeElement } = document;
    const outside = activeElement !== document.body && !this.#element.contains(activeElement);
    this.#keptFocus = outside && activeElement instanceof HTMLElement ? activeElement : null;
    this.#hot.selectCells([range], scroll, false);
    this.#keptFocus = null;
  }

  /** Puts the texts of changed lines into the objects that the table reads. */
  #takeOver(before: readonly Line[]): void {
    this.#data.lines.forEach((line, at) => {
      if (line === before[at]) return;
      this.#heights[at] = rowHeight(line, this.#options.columns, this.#widths);
      // The table's own getters return copies; it reads from these objects.
      Object.assign(this.#sources[at]!, this.#sourceOf(line));
    });
  }

  #render(): void {
    if (this.#frame || this.#renders) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#hot.isDestroyed) return;
      this.#hot.render();
      this.#refreshEditor();
    });
  }

  /** Without it F2 would show the value that the cell had when it was selected. */
  #refreshEditor = (): void => {
    if (this.#hot.isDestroyed || this.editing) return;
    (this.#hot.getActiveEditor() as { refreshValue?: () => void } | undefined)?.refreshValue?.();
  };

  /** Whether a cell's editor is open. */
  get editing(): boolean {
    const editor = this.#hot?.getActiveEditor() as { isOpened(): boolean } | undefined;
    return editor?.isOpened() ?? false;
  }

  /**
   * The text area that waits for the first letter; undefined while it is being typed into, and while
   * the keyboard is outside the table.
   */
  get #textAreaAtRest(): HTMLElement | undefined {
    const editor = this.#hot.getActiveEditor() as { TEXTAREA?: HTMLTextAreaElement } | undefined;
    const here = this.#element.contains(document.activeElement);
    return this.editing || !here ? undefined : editor?.TEXTAREA;
  }

  #selectedBlock(): Block | null {
    const range = this.#hot.getSelectedRangeLast();
    if (!range) return null;
    const { from, to } = range;
    const rows = [from.row ?? 0, to.row ?? 0];
    const columns = [from.col ?? 0, to.col ?? 0];
    return {
      top: Math.max(0, Math.min(...rows)),
      bottom: Math.max(...rows),
      left: Math.max(0, Math.min(...columns)),
      right: Math.max(...columns)
    };
  }

  #placeOf(row: number | null, column: number | null): Place | null {
    const line = this.#data.lines[row ?? -1];
    const id = this.#options.columns[column ?? -1]?.id;
    return line ? { sheet: line.sheet, row: line.row.id, ...(id && { column: id }) } : null;
  }

  #sourceOf(line: Line): Source {
    return Object.fromEntries(this.#options.columns.map(({ id }) => [id, lineText(line, id)]));
  }

  #measure(): void {
    const { columns } = this.#options;
    this.#heights = this.#data.lines.map((line) => rowHeight(line, columns, this.#widths));
  }

  #fittedWidths(): number[] {
    const { columns, height } = this.#options;
    const taken = NUMBERS + (height === 'fill' ? SCROLLBAR : 0);
    return columnWidths(columns, this.#element.clientWidth - taken);
  }

  #fit(): void {
    const widths = this.#fittedWidths();
    if (widths.every((width, column) => width === this.#widths[column])) return;
    this.#widths = widths;
    this.#measure();
    this.#hot.refreshDimensions();
    this.#hot.render();
  }
}

function rowId({ row }: Line): string {
  return row.id;
}

function sameRows(before: readonly Line[], after: readonly Line[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ row }, at) => row === after[at]!.row || row.id === after[at]!.row.id)
  );
}
