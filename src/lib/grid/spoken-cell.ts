import type { CellEditor } from './cell-editor.ts';
import { headingOf } from './columns.ts';
import type { Content } from './content.ts';
import { addHooks, type Hot } from './handsontable.ts';
import type { Selection } from './selection.ts';

/** The parts of a table that speaking has to do with. */
interface SpokenParts {
  readonly content: Content;
  readonly editor: CellEditor;
  readonly selection: Selection;
}

/**
 * Tells screen readers which cell is selected: the keyboard is not in the cell but in the text area that
 * waits for what is typed, which says nothing of its own but the text.
 */
export class SpokenCell {
  readonly #hot: Hot;
  readonly #parts: SpokenParts;

  constructor(hot: Hot, parts: SpokenParts) {
    this.#hot = hot;
    this.#parts = parts;
    const tell = () => this.tell();
    // Problems are found, and comments come, while a cell is selected.
    addHooks(hot, { afterSelectionEnd: tell, afterRender: tell });
  }

  /** Tells it again where it is told otherwise. */
  tell(): void {
    const { content, editor, selection } = this.#parts;
    const { textArea } = editor;
    const { cell } = selection;
    const line = cell && content.lines[cell.line];
    if (!textArea || !cell || !line) return;
    const heading = headingOf(content.columns, cell.column);
    say(textArea, 'aria-label', `${heading} 第 ${line.number} 行`);
    const td = this.#hot.getCell(cell.line, cell.column, true);
    say(textArea, 'aria-description', td?.getAttribute('aria-description') ?? '');
  }
}

function say(element: HTMLElement, attribute: string, text: string): void {
  if (element.getAttribute(attribute) !== text) element.setAttribute(attribute, text);
}
