import type { Hot } from './handsontable.ts';

/** What Handsontable 18.0's text editor has beyond its published type. */
interface TextEditor {
  readonly TEXTAREA?: HTMLTextAreaElement;
  readonly state: string;
  isOpened(): boolean;
  beginEditing(text?: string): void;
  finishEditing(restoreOriginalValue: boolean, inWholeSelection?: boolean): void;
  refreshValue?(): void;
  refreshDimensions(): void;
  getEditedCell(): HTMLElement | null;
  enableFullEditMode(): void;
  isInFullEditMode(): boolean;
  _fullEditMode: boolean;
}

/** The editor of the selected cell. */
export class CellEditor {
  readonly #hot: Hot;
  readonly #element: HTMLElement;

  constructor(hot: Hot, element: HTMLElement) {
    this.#hot = hot;
    this.#element = element;
    // A moment after a cell was selected, Handsontable selects what stands in the hidden text area.
    // When typing has begun by then, the next letter replaces the first one.
    hot.getFocusManager().setRefocusElementGetter(() => this.#textAreaAtRest as HTMLElement);
  }

  /** Whether a cell is being typed into, also while it is scrolled out of sight. */
  get open(): boolean {
    return this.#editor?.isOpened() === true || this.#editor?.state === 'STATE_EDITING';
  }

  /** Closes the editor with what was typed, as Enter does, but without moving on. */
  commit(): void {
    if (this.open) this.#editor?.finishEditing(false);
  }

  /** Closes the editor and puts what was typed into all selected cells; the selection stays. */
  commitToSelection(): void {
    if (this.open) this.#editor?.finishEditing(false, true);
  }

  /** Clears the cell and opens for what is typed next. */
  beginEmpty(): void {
    this.#editor?.beginEditing('');
  }

  /** Changes between entering, where arrows lead to other cells, and editing, where they move the caret. */
  switchMode(): void {
    const editor = this.#editor;
    if (editor) editor._fullEditMode = !editor.isInFullEditMode();
  }

  /** Whether arrows lead to other cells while it is open. */
  get entering(): boolean {
    return this.open && this.#editor?.isInFullEditMode() === false;
  }

  /** A click into the text means to edit it. */
  onPress({ target }: Event): void {
    if (this.open && target === this.#editor?.TEXTAREA) this.#editor.enableFullEditMode();
  }

  /** Goes with its cell where rows above it have come to be higher or lower. */
  follow(): void {
    // It would close for a cell that is out of sight.
    if (this.open && this.#editor?.getEditedCell()) this.#editor.refreshDimensions();
  }

  /** Takes over the text of the cell as it is now: F2 would show what it was when it was selected. */
  refresh(): void {
    if (!this.#hot.isDestroyed && !this.open) this.#editor?.refreshValue?.();
  }

  /**
   * Opens for text that no key brought: a sign from an input method's table, such as ≥, or
   * dictation. Handsontable begins only with a key, and would drop it at the next one.
   */
  beginWith({ target, data }: Event & { readonly data?: string | null }): void {
    if (!(target instanceof HTMLTextAreaElement) || this.open || target.value === '') return;
    // A moment after the selection the old text of the cell still stands there, not yet selected.
    const text = data ?? target.value;
    this.#editor?.beginEditing();
    // Beginning empties it, since a key that begins has yet to bring its letter.
    target.value = text;
  }

  /** What is typed into; undefined while no cell is selected. */
  get textArea(): HTMLTextAreaElement | undefined {
    return this.#editor?.TEXTAREA;
  }

  /** Opens where nobody types yet, and puts a text in place of what was typed. */
  write(text: string): void {
    if (!this.open) this.beginEmpty();
    const { textArea } = this;
    if (!textArea) return;
    textArea.value = text;
    textArea.setSelectionRange(text.length, text.length);
  }

  get #editor(): TextEditor | undefined {
    return this.#hot.getActiveEditor() as TextEditor | undefined;
  }

  /** Undefined while it is being typed into, and while the keyboard is outside the table. */
  get #textAreaAtRest(): HTMLElement | undefined {
    const here = this.#element.contains(document.activeElement);
    return this.open || !here ? undefined : this.#editor?.TEXTAREA;
  }
}
