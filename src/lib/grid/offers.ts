import { flushSync } from 'svelte';
import type { Place } from '#lib/model/workbook.ts';
import type { CellEditor } from './cell-editor.ts';
import type { Content } from './content.ts';
import type { GestureHooks } from './gesture-hooks.ts';
import { editOfCells } from './gestures.ts';
import { addHooks, type Hot } from './handsontable.ts';
import { lineText } from './lines.ts';
import { OfferArrow } from './offer-arrow.ts';
import type { Selection } from './selection.ts';
import type { TableOptions } from './table-options.ts';

/** The cell that texts are offered for, as it is now. */
export interface Offering {
  readonly cell: Place;
  /** What has been typed; what the cell holds, where nobody types. */
  readonly text: string;
  /** Whether somebody has asked for the list, by Alt+↓ or ▾; it comes by itself otherwise. */
  readonly asked: boolean;
  readonly typing: boolean;
  /** Where the cell stands on the screen. */
  readonly box: DOMRect;
}

/** What the list makes of a key: takes it, writes a text with it, or leaves it to the table. */
export type OfferAnswer =
  | { readonly do: 'leave' }
  | { readonly do: 'keep' }
  /** Into the cell; unfinished, it is left open to be typed on. */
  | { readonly do: 'write'; readonly text: string; readonly unfinished: boolean };

/** Who offers texts for the cells of a table. */
export interface Offerer {
  /** Whether a list can be opened at a cell. */
  readonly has: (cell: Place) => boolean;
  /** The cell that offers are asked for; null where none is any more. */
  readonly look: (offering: Offering | null) => void;
  readonly key: (key: string) => OfferAnswer;
}

/** What a screen reader is told of the list: its id and that of the active item; null where there is none. */
export interface OfferState {
  readonly list: string;
  readonly active: string | null;
}

/** The parts of a table that offers have to do with. */
interface OfferParts {
  readonly content: Content;
  readonly editor: CellEditor;
  readonly selection: Selection;
  readonly gestures: GestureHooks;
}

const KEYS = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape']);

/**
 * Tells what is being typed and where to whoever offers texts for it, and brings back what is taken. Keys
 * inside a composition belong to the input method.
 */
export class Offers {
  readonly #offerer: Offerer;
  readonly #parts: OfferParts;
  readonly #hot: Hot;
  #composing = false;
  /** Whether the list was last shown for what is being typed. */
  #typing = false;

  constructor(
    hot: Hot,
    element: HTMLElement,
    parts: OfferParts,
    { offerer, readOnly }: TableOptions,
    signal: AbortSignal
  ) {
    this.#hot = hot;
    this.#parts = parts;
    this.#offerer = offerer ?? NOBODY;
    if (!offerer || readOnly) return;
    const arrow = new OfferArrow(hot, element, () => this.#ask(true));
    // An editor closes without a hook.
    const closeWithEditor = () => {
      if (!this.#typing || hot.isDestroyed || parts.editor.open) return;
      this.#typing = false;
      offerer.look(null);
    };
    addHooks(hot, {
      afterSelectionEnd: () => {
        offerer.look(null);
        const cell = this.#cell;
        arrow.show(cell !== null && offerer.has(cell) ? parts.selection.cell : null);
      },
      afterDeselect: () => {
        offerer.look(null);
        arrow.show(null);
      },
      afterRender: () => arrow.place(),
      afterScrollVertically: () => arrow.place(),
      afterScrollHorizontally: () => arrow.place()
    });
    element.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    element.addEventListener('keyup', closeWithEditor, { signal });
    element.addEventListener('focusout', () => queueMicrotask(closeWithEditor), { signal });
    element.addEventListener('compositionstart', () => (this.#composing = true), { signal });
    element.addEventListener(
      'compositionend',
      () => {
        this.#composing = false;
        this.#onInput();
      },
      { signal }
    );
    element.addEventListener('input', () => this.#onInput(), { signal });
  }

  /** Writes what was taken with the pointer. */
  write(text: string, unfinished: boolean): void {
    const { editor } = this.#parts;
    if (unfinished) editor.write(text);
    else this.#writeCell(text);
    if (unfinished) this.#onInput();
  }

  /** Tells a screen reader how the list stands. */
  describe(state: OfferState | null): void {
    const { textArea } = this.#parts.editor;
    if (!textArea) return;
    const attributes = {
      role: state && 'combobox',
      'aria-autocomplete': state && 'list',
      'aria-expanded': state && 'true',
      'aria-controls': state?.list ?? null,
      'aria-activedescendant': state?.active ?? null
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) textArea.removeAttribute(name);
      else textArea.setAttribute(name, value);
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || this.#composing || event.key === 'Process') return;
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const take = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (altKey && key === 'ArrowDown') {
      // Over a whole column it asks for something else.
      if (this.#isOneCell && this.#ask(true)) take();
      return;
    }
    if (altKey || ctrlKey || metaKey || shiftKey || !KEYS.has(key)) return;
    const answer = this.#offerer.key(key);
    if (answer.do === 'leave') return;
    if (answer.do === 'keep') return take();
    const wasOpen = this.#parts.editor.open;
    if (answer.unfinished) {
      take();
      this.write(answer.text, true);
    } else if (wasOpen) {
      // The key goes on to end the typing, as it always does.
      this.#parts.editor.write(answer.text);
    } else {
      this.#writeCell(answer.text);
      if (key === 'Enter') take();
    }
  }

  #onInput(): void {
    // A moment later: beginning to type opens the editor, and no letter waits for a list.
    queueMicrotask(() => {
      if (!this.#composing && this.#parts.editor.open) this.#ask(false);
    });
  }

  /** False where there is nothing to ask for. */
  #ask(asked: boolean): boolean {
    const { editor, selection, content } = this.#parts;
    const cell = this.#cell;
    const at = selection.cell;
    if (!cell || !at || !this.#offerer.has(cell)) return false;
    const box = this.#hot.getCell(at.line, at.column, true)?.getBoundingClientRect();
    const line = content.lines[at.line];
    if (!box || !line) return false;
    const typing = editor.open;
    this.#typing = typing;
    const text = typing ? (editor.textArea?.value ?? '') : lineText(line, cell.column ?? '');
    this.#offerer.look({ cell, text, asked, typing, box });
    return true;
  }

  #writeCell(text: string): void {
    const { editor, selection, content, gestures } = this.#parts;
    const at = selection.cell;
    const column = at && content.columns[at.column]?.id;
    if (!at || !column) return;
    if (editor.open) {
      editor.write(text);
      editor.commit();
      return;
    }
    gestures.commit(editOfCells(content.lines, [{ line: at.line, column, text }]));
    flushSync();
    this.#offerer.look(null);
  }

  get #isOneCell(): boolean {
    const { block } = this.#parts.selection;
    return block !== null && block.top === block.bottom && block.left === block.right;
  }

  /** The place of the cell that is typed into; null where it cannot be written. */
  get #cell(): Place | null {
    const { selection, content } = this.#parts;
    const at = selection.cell;
    if (!at || content.columns[at.column]?.readOnly) return null;
    return content.placeOf(at.line, at.column);
  }
}

const NOBODY: Offerer = { has: () => false, look: () => {}, key: () => ({ do: 'leave' }) };
