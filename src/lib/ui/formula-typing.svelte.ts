import type { Table } from '#lib/grid/table.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { pointedText, takesReference, type PointedCell } from '#lib/model/formula/point.ts';
import type { Place, Sheet } from '#lib/model/workbook.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A formula that is being typed, and where. */
export interface TypedFormula {
  readonly field: Field;
  readonly text: string;
  readonly caret: number;
  /** Whether it is typed into its cell, and not above the table. */
  readonly inCell: boolean;
}

/** A reference that was put in by pointing, which the next one replaces: its place in the text. */
interface Pointed {
  readonly field: Field;
  readonly start: number;
  readonly text: string;
  readonly from: PointedCell;
  readonly to: PointedCell;
}

/** What is pointed at: the sheet as it is now, its table, the field above it, and the selected cell. */
interface Pointers {
  readonly sheet: () => Sheet;
  readonly table: () => Table | undefined;
  readonly bar: () => HTMLInputElement | undefined;
  readonly selected: () => Place | null;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1]
};

/** What tells that something else is typed, or nothing more. */
const CHANGES = ['input', 'keyup', 'focusin', 'focusout', 'mouseup', 'selectionchange'];

/**
 * The formula that is being typed in a free sheet, in a cell or above the table, and pointing at cells, as in
 * Excel and WPS: with the mouse, over several by dragging or with Shift, and with the arrows while a cell
 * is being entered. The cell keeps the keyboard, and the table hears nothing of it.
 */
export class FormulaTyping {
  readonly #pointers: Pointers;
  #typed = $state.raw<TypedFormula | null>(null);
  #pointed: Pointed | null = null;
  #dragging = false;
  /** What is being composed belongs to the input method. */
  #composing = false;

  constructor(pointers: Pointers) {
    this.#pointers = pointers;
  }

  /** Null while no formula is being typed. */
  get typed(): TypedFormula | null {
    return this.#typed;
  }

  /** Follows what is typed, until the returned function is called. */
  watch(): () => void {
    const end = new AbortController();
    const before = { capture: true, signal: end.signal };
    document.addEventListener('compositionstart', () => (this.#composing = true), before);
    document.addEventListener('compositionend', () => (this.#composing = false), before);
    for (const name of CHANGES) document.addEventListener(name, this.#refreshSoon, before);
    addEventListener('mousedown', (event) => this.#press(event), before);
    addEventListener('mouseover', (event) => this.#drag(event), before);
    addEventListener('mouseup', (event) => this.#release(event), before);
    addEventListener('keydown', (event) => this.#step(event), before);
    return () => end.abort();
  }

  /** Puts words into the formula in place of what stands from `start` up to the caret. */
  write(words: string, start: number): void {
    const typed = this.#typed;
    if (!typed) return;
    const { field, caret } = typed;
    field.setRangeText(words, start, caret, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }

  // A key reaches the field after this listener, and an editor closes without an event.
  #refreshSoon = (): void => queueMicrotask(() => this.#refresh());

  #refresh(): void {
    const field = this.#field;
    const caret = field?.selectionStart ?? 0;
    const now = this.#typed;
    if (field && now?.field === field && now.text === field.value && now.caret === caret) return;
    if (!field || !isBegun(field.value)) {
      if (now) this.#typed = null;
      return;
    }
    const inCell = field === this.#pointers.table()?.pointing.textArea;
    this.#typed = { field, text: field.value, caret, inCell };
  }

  /** What is typed into now. */
  get #field(): Field | null {
    const { table, bar } = this.#pointers;
    const { activeElement } = document;
    const above = bar();
    if (above && activeElement === above) return above.readOnly ? null : above;
    return table()?.pointing.textArea ?? null;
  }

  #press(event: MouseEvent): void {
    const cell = event.button === 0 ? this.#cellAt(event.target) : null;
    const field = this.#field;
    if (!cell || !field || this.#composing) return;
    const standing = this.#standing(field);
    if (!standing && !takesReference(field.value, field.selectionStart ?? 0)) return;
    this.#dragging = true;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#point(field, standing && event.shiftKey ? standing.from : cell, cell);
  }

  #drag(event: MouseEvent): void {
    const cell = this.#dragging ? this.#cellAt(event.target) : null;
    const field = this.#field;
    const standing = field && this.#standing(field);
    if (cell && field && standing) this.#point(field, standing.from, cell);
  }

  #release(event: MouseEvent): void {
    if (!this.#dragging) return;
    this.#dragging = false;
    event.stopImmediatePropagation();
  }

  /** Arrows point on from the last cell, or from the one that is typed into. */
  #step(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const { table, sheet, selected } = this.#pointers;
    const pointing = table()?.pointing;
    const field = pointing?.textArea;
    if (!step || !field || event.target !== field || !pointing?.entering) return;
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const standing = this.#standing(field);
    if (!standing && !takesReference(field.value, field.selectionStart ?? 0)) return;
    const from = standing?.to ?? this.#placeOf(selected());
    if (!from) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { rows, columns } = sheet();
    const to = {
      row: Math.max(0, Math.min(from.row + step[0], rows.length - 1)),
      column: Math.max(0, Math.min(from.column + step[1], columns.length - 1))
    };
    this.#point(field, standing && event.shiftKey ? standing.from : to, to);
    pointing.reveal({ row: rows[to.row]!.id, column: columns[to.column]!.id });
  }

  /** Puts the reference to some cells in, in place of the one that stands there. */
  #point(field: Field, from: PointedCell, to: PointedCell): void {
    const standing = this.#standing(field);
    const caret = field.selectionStart ?? 0;
    const start = standing?.start ?? caret;
    const text = pointedText(from, to);
    field.setRangeText(text, start, field.selectionEnd ?? caret, 'end');
    this.#pointed = { field, start, text, from, to };
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }

  /** The reference that was pointed at last, while the caret is still behind it. */
  #standing(field: Field): Pointed | null {
    const pointed = this.#pointed;
    if (!pointed || pointed.field !== field) return null;
    const end = pointed.start + pointed.text.length;
    const isThere = field.value.slice(pointed.start, end) === pointed.text;
    return isThere && field.selectionStart === end ? pointed : null;
  }

  #cellAt(target: EventTarget | null): PointedCell | null {
    return this.#placeOf(this.#pointers.table()?.pointing.cellOf(target) ?? null);
  }

  #placeOf(place: Place | null): PointedCell | null {
    const { rows, columns } = this.#pointers.sheet();
    const row = rows.findIndex(({ id }) => id === place?.row);
    const column = columns.findIndex(({ id }) => id === place?.column);
    return row < 0 || column < 0 ? null : { row, column };
  }
}

function isBegun(text: string): boolean {
  return isFormula(text) || /^[=＝]$/.test(text);
}
