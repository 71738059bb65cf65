import type { Content } from './content.ts';
import { addHooks, type Hot } from './handsontable.ts';
import type { Selection } from './selection.ts';
import type { Refusal, TableOptions } from './table-options.ts';

/** Keys that change a cell without being a character; Process is what an input method presses. */
const CHANGING = new Set(['F2', 'Delete', 'Backspace', 'Process']);

/**
 * Tells why nothing comes of typing, where Handsontable is silent: once for each cell that is
 * selected, not for every letter.
 */
export class Refusals {
  readonly #content: Content;
  readonly #selection: Selection;
  readonly #readOnly: boolean;
  readonly #tell: (why: Refusal) => void;
  #told = false;

  constructor(
    hot: Hot,
    element: HTMLElement,
    { content, selection }: { readonly content: Content; readonly selection: Selection },
    { readOnly, onRefused }: TableOptions,
    signal: AbortSignal
  ) {
    this.#content = content;
    this.#selection = selection;
    this.#readOnly = readOnly;
    this.#tell = onRefused;
    addHooks(hot, {
      beforeKeyDown: (event) => {
        if (changes(event)) this.#refuse(event.key === 'Delete');
      },
      afterSelection: () => {
        this.#told = false;
      }
    });
    const onDoubleClick = ({ target }: Event) => {
      if (target instanceof Element && target.closest('td')) this.#refuse(false);
    };
    element.addEventListener('dblclick', onDoubleClick, { signal });
  }

  /** Says why a change comes to nothing, if it does: one of the cell that is typed into, or of all selected ones. */
  #refuse(ofAll: boolean): void {
    const why = this.#readOnly ? 'table' : this.#isLocked(ofAll) ? 'column' : null;
    if (why === null || this.#told) return;
    this.#told = true;
    this.#tell(why);
  }

  #isLocked(ofAll: boolean): boolean {
    const { block, cell } = this.#selection;
    if (!block || !cell) return false;
    const { columns } = this.#content;
    if (!ofAll) return columns[cell.column]?.readOnly === true;
    return columns.slice(block.left, block.right + 1).every(({ readOnly }) => readOnly === true);
  }
}

/**
 * Whether a key is meant to change what stands in a cell; a space mostly selects a row. What is cut and
 * pasted, the clipboard sees to.
 */
function changes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return !altKey && /^[dr]$/i.test(key);
  return !altKey && key !== ' ' && (key.length === 1 || CHANGING.has(key));
}
