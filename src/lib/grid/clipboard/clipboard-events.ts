/** What is done at the clipboard's events; false where nothing is selected that they could be for. */
export interface ClipboardActs {
  /** Whether keys go to this table, and to none of its open editors. */
  readonly listens: () => boolean;
  /** Whether the table has no row yet: nothing in it can have the keyboard, and it takes what is pasted. */
  readonly isEmpty: () => boolean;
  readonly copy: (data: DataTransfer | null, isCut: boolean) => boolean;
  readonly paste: (data: DataTransfer | null, textOnly: boolean) => boolean;
  /** Esc was pressed. */
  readonly leave: () => void;
}

/**
 * The clipboard's events of a table. They are heard at the document: where nothing is selected as text,
 * browsers send them to its body.
 */
export class ClipboardEvents {
  readonly #element: HTMLElement;
  readonly #acts: ClipboardActs;
  /** Whether the keys of the paste to come ask for text only. */
  #textOnly = false;
  /** Whether a menu has asked for a copy, whatever has the keyboard. */
  #asked = false;

  constructor(element: HTMLElement, acts: ClipboardActs, signal: AbortSignal) {
    this.#element = element;
    this.#acts = acts;
    const listen = { capture: true, signal };
    document.addEventListener('keydown', this.#onKey, listen);
    document.addEventListener('copy', this.#onCopy, listen);
    document.addEventListener('cut', this.#onCopy, listen);
    document.addEventListener('paste', this.#onPaste, listen);
    // Chromium copies by command only where something is selected, or a page says that it will see to it.
    document.addEventListener('beforecopy', this.#onBefore, listen);
    document.addEventListener('beforecut', this.#onBefore, listen);
  }

  /** Copies or cuts what is selected, as by a menu. */
  ask(what: 'copy' | 'cut'): void {
    this.#asked = true;
    document.execCommand(what);
    this.#asked = false;
  }

  #onKey = (event: KeyboardEvent): void => {
    const isPaste = event.code === 'KeyV' && (event.ctrlKey || event.metaKey);
    this.#textOnly = isPaste && event.shiftKey;
    if (event.key === 'Escape' && !event.isComposing) this.#acts.leave();
  };

  #onBefore = (event: Event): void => {
    if (this.#asked) event.preventDefault();
  };

  #onCopy = (event: ClipboardEvent): void => {
    if (!this.#isHere(event)) return;
    if (this.#acts.copy(event.clipboardData, event.type === 'cut')) take(event);
  };

  #onPaste = (event: ClipboardEvent): void => {
    const isForTable = this.#acts.isEmpty() ? !isForField(event) : this.#isHere(event);
    if (!isForTable) return;
    if (this.#acts.paste(event.clipboardData, this.#textOnly)) take(event);
    this.#textOnly = false;
  };

  /** A field elsewhere on the page keeps its own. */
  #isHere({ target }: Event): boolean {
    const isOurs = target instanceof Node && this.#element.contains(target);
    if (this.#asked) return true;
    return this.#acts.listens() && (isOurs || target === document.body || target === document);
  }
}

/** Whether somebody is in a field or in a dialog. */
function isForField({ target }: Event): boolean {
  const field = target instanceof Element && target.closest('input, textarea, select, dialog');
  return Boolean(field) || document.querySelector('dialog[open]') !== null;
}

function take(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
