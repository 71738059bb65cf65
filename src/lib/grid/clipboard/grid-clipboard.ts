import { blockOfTexts } from '#lib/model/clipboard-block.ts';
import { readTabSeparated } from '#lib/model/tab-separated.ts';
import type { Block } from '../gestures.ts';
import {
  ownCopyOf,
  readSystemClipboard,
  readTransfer,
  writeTransfer,
  type ClipboardTexts
} from './clipboard-data.ts';
import { ClipboardEvents } from './clipboard-events.ts';
import type { ClipboardOptions, ClipboardTable } from './clipboard-options.ts';
import { copiedCells } from './copied-cells.ts';
import { copiedHtml } from './copied-html.ts';
import { Pasting } from './pasting.ts';
import { textsAsTheyCame } from './pasted-texts.ts';

const FIRST_CELL: Block = { top: 0, left: 0, bottom: 0, right: 0 };

/** Copy, cut and paste of a table. What is pasted becomes an edit, whatever it comes from. */
export class GridClipboard {
  readonly #table: ClipboardTable;
  readonly #options: ClipboardOptions;
  readonly #events: ClipboardEvents;
  readonly #pasting: Pasting;

  constructor(table: ClipboardTable, options: ClipboardOptions, signal: AbortSignal) {
    this.#table = table;
    this.#options = options;
    this.#pasting = new Pasting(table, options, signal);
    const acts = {
      listens: table.listens,
      isEmpty: () => this.#isEmpty,
      copy: (data: DataTransfer | null, isCut: boolean) => this.#copy(data, isCut),
      paste: (data: DataTransfer | null, textOnly: boolean) => this.#paste(data, textOnly),
      leave: () => options.held.unmark()
    };
    this.#events = new ClipboardEvents(table.element, acts, signal);
    signal.addEventListener('abort', options.held.watch(table.repaint));
  }

  /** Copies or cuts what is selected, as by a menu. */
  take(what: 'copy' | 'cut'): void {
    const { selection } = this.#table;
    const { block } = selection;
    if (!block) return;
    this.#events.ask(what);
    selection.take(block);
  }

  /** Pastes as by a menu, where the browser lets the page read the clipboard. */
  async paste(textOnly: boolean): Promise<void> {
    const { readOnly, onRefused } = this.#table;
    const block = this.#target;
    if (!block) return;
    if (readOnly) return onRefused('table');
    const given = await readSystemClipboard(textOnly);
    if (given) await this.#write(given, block, textOnly);
    else this.#options.onUnreadable(textOnly ? 'Ctrl+Shift+V' : 'Ctrl+V');
  }

  /** What is pasted over: the selection; where there is no row, what will be the first cell. */
  get #target(): Block | null {
    return this.#table.selection.block ?? (this.#isEmpty ? FIRST_CELL : null);
  }

  /** Whether what is pasted makes the first rows. */
  get #isEmpty(): boolean {
    const { lines, readOnly, end } = this.#table;
    return !readOnly && lines().length === 0 && end?.()?.after === null;
  }

  #copy(data: DataTransfer | null, isCut: boolean): boolean {
    const { selection, readOnly, columns, lines } = this.#table;
    const { block } = selection;
    if (!block) return false;
    const cells = copiedCells(lines(), columns, block, isCut && !readOnly);
    const { token, texts, line, column } = cells;
    const across = columns.slice(block.left, block.right + 1);
    writeTransfer(data, {
      text: cells.plain,
      html: copiedHtml(lines().slice(block.top, block.bottom + 1), across, token),
      own: JSON.stringify({ token, texts, line, column })
    });
    this.#options.held.hold(cells);
    if (isCut && readOnly) this.#table.onRefused('table');
    return true;
  }

  #paste(data: DataTransfer | null, textOnly: boolean): boolean {
    const { readOnly, onRefused } = this.#table;
    const block = this.#target;
    if (!block) return false;
    if (readOnly) onRefused('table');
    else void this.#write(readTransfer(data, textOnly), block, textOnly);
    return true;
  }

  async #write(given: ClipboardTexts, block: Block, textOnly: boolean): Promise<void> {
    const { cells } = this.#options.held;
    const copy = ownCopyOf(given);
    const isHeld = cells !== null && (copy?.token === cells.token || isText(given, cells.plain));
    if (isHeld && textOnly) this.#pasting.write(cells.shown, block);
    else if (isHeld && cells.isCut) this.#pasting.move(cells, block);
    else if (isHeld) this.#pasting.writeCopy(cells, block);
    else if (copy?.texts) this.#pasting.writeCopy({ ...copy, texts: copy.texts }, block);
    else await this.#writeForeign(given, block);
  }

  async #writeForeign({ html, text }: ClipboardTexts, block: Block): Promise<void> {
    const now = this.#pasting.anchor(block);
    const hasTable = /<table/i.test(html);
    // Where the part of the program that reads tables cannot be fetched, there is the text beside them.
    const read = hasTable ? await this.#options.readHtml({ html, text }).catch(() => null) : null;
    if (read?.ours) this.#pasting.write(textsAsTheyCame(read), now());
    else if (read) this.#pasting.writeForeign(read, now());
    else if (text !== '') this.#pasting.writeForeign(blockOfTexts(readTabSeparated(text)), now());
  }
}

/** Whether a clipboard holds nothing but a text, and this one. Windows ends lines in its own way. */
function isText({ html, own, text }: ClipboardTexts, plain: string): boolean {
  const lines = (some: string) => some.replaceAll('\r\n', '\n');
  return html === '' && own === '' && text !== '' && lines(text) === lines(plain);
}
