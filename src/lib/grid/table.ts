import type { Place } from '#lib/model/workbook.ts';
import { CellEditor } from './cell-editor.ts';
import type { GridClipboard } from './clipboard/grid-clipboard.ts';
import { tableClipboard } from './clipboard/table-clipboard.ts';
import { ColumnWidths } from './column-widths.ts';
import { mainColumn } from './columns.ts';
import { Content } from './content.ts';
import type { FillDirection } from './fill.ts';
import { FillHandle } from './fill-handle.ts';
import { FingerHandles } from './finger-handles.ts';
import { GestureHooks } from './gesture-hooks.ts';
import { addHooks, makeHandsontable, type Hot } from './handsontable.ts';
import { Incoming } from './incoming.ts';
import { Offers } from './offers.ts';
import { bindKeys } from './keys.ts';
import { Moves } from './moves.ts';
import { PageFit } from './page-fit.ts';
import { Pointing } from './pointing.ts';
import { Refusals } from './refusals.ts';
import { Scroll } from './scroll.ts';
import { Selection } from './selection.ts';
import { SpokenCell } from './spoken-cell.ts';
import type { TableData, TableOptions } from './table-options.ts';

/** Handsontable as a view: gestures leave as edits and are refused here, values come in by `show`. */
export class Table {
  /** Undefined where the options give it none. */
  readonly clipboard: GridClipboard | undefined;
  readonly #hot: Hot;
  readonly #content: Content;
  readonly #editor: CellEditor;
  readonly #selection: Selection;
  readonly #incoming: Incoming;
  readonly #fit: PageFit;
  readonly #widths: ColumnWidths;
  readonly #fill: FillHandle;
  /** The texts that are offered for the cell that is typed into. */
  readonly offers: Offers;
  /** The cells that a formula can point at. */
  readonly pointing: Pointing;
  readonly #end = new AbortController();

  constructor(element: HTMLElement, options: TableOptions, data: TableData) {
    const content = new Content(element, options, data);
    const hot = makeHandsontable(element, options, content);
    const editor = new CellEditor(hot, element);
    const selection = new Selection(hot, element);
    const { signal } = this.#end;
    const fitted = {
      scrolls: options.height === 'fill',
      lines: () => content.lines,
      headings: () => content.headingHeights,
      editing: () => editor.open
    };
    const fit = new PageFit(hot, element, content.sizes, fitted, signal);
    const scroll = new Scroll(element, content, fitted.scrolls);
    const spoken = new SpokenCell(hot, { content, editor, selection });
    const incoming = new Incoming(hot, content, { editor, selection, fit, scroll, spoken });
    const gestures = new GestureHooks(hot, options, { content, editor, selection, incoming });
    const parts = { content, editor, selection, gestures, scroll };
    new Moves(hot, content, selection);
    new FingerHandles(hot, element, parts, signal);
    this.#fill = new FillHandle(hot, options, parts, signal);
    bindKeys(hot, { ...parts, fill: this.#fill });
    new Refusals(hot, element, parts, options, signal);
    this.clipboard = tableClipboard(hot, element, options, parts, signal);
    this.pointing = new Pointing(hot, element, content, editor);
    this.offers = new Offers(hot, element, parts, options, signal);
    this.#hot = hot;
    this.#content = content;
    this.#editor = editor;
    this.#selection = selection;
    this.#incoming = incoming;
    this.#fit = fit;
    this.#widths = new ColumnWidths(hot, content, fit, options.onWidth);
    this.#tell(options);
    // Esc closes an editor without a hook.
    element.addEventListener('keyup', incoming.showWaiting, { signal });
    if (!options.readOnly) {
      element.addEventListener('input', (event) => editor.beginWith(event), { signal });
      element.addEventListener('mousedown', (event) => editor.onPress(event), { signal });
    }
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
    return this.#content.sizes.heights;
  }

  /** Shows other data. Cells are painted at once in one go; rows wait until an open editor is closed. */
  show(data: TableData): void {
    this.#incoming.show(data);
  }

  /** Keeps so many columns in sight at the left; undefined leaves it to the kind of the columns. */
  freeze(columns: number | undefined): void {
    this.#content.sizes.freeze = columns;
    this.#fit.fitColumns();
  }

  /** Makes a column as wide as its texts. */
  fitColumn(column: string): void {
    this.#widths.fitColumn(column);
  }

  /** Hears keys again, as after a menu that has given the keyboard back. */
  listen(): void {
    this.#hot.listen();
  }

  /** Continues the first selected cells into the rest of the selection, as 填充序列. */
  fillSelection(): void {
    this.#fill.fillSelection();
  }

  /** Copies the first selected row into those below it, as Ctrl+D; `right` its first column. */
  copySelection(direction: FillDirection): void {
    this.#fill.copySelection(direction);
  }

  /** Hands in what is being typed into a cell. */
  commitTyping(): void {
    this.#editor.commit();
  }

  /** Selects a cell and scrolls it into view; with `focus` it takes the keyboard too. */
  goTo(place: Place, focus: boolean): void {
    const { lines, columns } = this.#content;
    const at = lines.findIndex(({ row }) => row.id === place.row);
    const column = place.column ?? mainColumn(columns);
    const across = Math.max(
      0,
      columns.findIndex(({ id }) => id === column)
    );
    if (at < 0) return;
    const cell = { top: at, left: across, bottom: at, right: across };
    if (focus) this.#selection.take(cell);
    else this.#selection.show(cell, true);
    this.#hot.getCell(at, across)?.scrollIntoView({ block: 'nearest' });
  }

  /** Selects some whole lines, as after they were moved. */
  selectLines(first: number, last: number): void {
    const right = this.#content.columns.length - 1;
    this.#selection.take({ top: first, left: 0, bottom: last, right });
  }

  /** Hands in what is being typed, and ends. */
  destroy(): void {
    this.commitTyping();
    this.#end.abort();
    this.#incoming.stop();
    this.#hot.destroy();
  }

  /** Tells which cell is selected or pointed at. */
  #tell({ onSelect, onHover }: TableOptions): void {
    const content = this.#content;
    addHooks(this.#hot, {
      afterSelectionEnd: (row, column) => onSelect(content.placeOf(row, column)),
      afterDeselect: () => onSelect(null),
      afterOnCellMouseOver: (_event, { row, col }, td) =>
        onHover(content.placeOf(row, col), td.getBoundingClientRect()),
      afterOnCellMouseOut: () => onHover(null, null)
    });
  }
}
