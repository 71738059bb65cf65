import { flushSync } from 'svelte';
import type { ClipboardBlock } from '#lib/model/clipboard-block.ts';
import { editOfPaste, pastedOver, widthOf, type Block } from '../gestures.ts';
import type { ClipboardOptions, ClipboardTable } from './clipboard-options.ts';
import { textsInFree, type CopiedCells, type CopiedTexts } from './copied-cells.ts';
import { editOfMovedCells, movesRows } from './moved-cells.ts';
import {
  cleanedTexts,
  describeBlock,
  differingCells,
  textsAsTheyCame,
  type PasteMode
} from './pasted-texts.ts';

type Texts = readonly (readonly string[])[];

/**
 * How a foreign block is taken at first. Cleaning keeps what a block says and leaves behind how another
 * table set it, and a project table without its first level on every row would be full of problems.
 */
export const FIRST_MODE: PasteMode = 'cleaned';

/** Makes one edit of each block that is pasted, and selects where it came to lie. */
export class Pasting {
  readonly #table: ClipboardTable;
  readonly #options: ClipboardOptions;
  readonly #end: AbortSignal;

  constructor(table: ClipboardTable, options: ClipboardOptions, end: AbortSignal) {
    this.#table = table;
    this.#options = options;
    this.#end = end;
  }

  /** Writes a copy of this program over the selection, its formulas as they read there. */
  writeCopy(copy: CopiedTexts, block: Block): void {
    const over = pastedOver(block, copy.texts);
    this.write(this.#table.widens ? textsInFree(copy, over) : copy.texts, block);
  }

  /** Writes texts over the selection, which they fill where it is a multiple of them. */
  write(texts: Texts, block: Block): void {
    if (!this.#isTaken(texts, block)) this.#commit(texts, block);
  }

  /** Moves what was cut here. */
  move(cut: CopiedCells, block: Block): void {
    const { lines, columns, widens, end, commit } = this.#table;
    const { held, workbook } = this.#options;
    const edges = { widens, end: end?.() };
    const edit = editOfMovedCells(workbook(), cut, lines(), columns, block, edges);
    held.unmark();
    commit(edit);
    flushSync();
    const corner = { ...block, bottom: block.top, right: block.left };
    if (!movesRows(cut, columns)) return this.#select(pastedOver(corner, cut.texts));
    const top = lines().findIndex(({ row }) => row.id === cut.rows[0]);
    const bottom = top + cut.rows.length - 1;
    if (top >= 0) this.#select({ top, left: 0, bottom, right: columns.length - 1 });
  }

  /** Takes a foreign block in, and offers to take it otherwise. */
  writeForeign(read: ClipboardBlock, block: Block): void {
    const { columns, widens, cellAt } = this.#table;
    const under = columns.slice(block.left);
    const texts: Readonly<Record<PasteMode, string[][]>> = {
      cleaned: cleanedTexts(read, under, widens),
      'as-is': textsAsTheyCame(read)
    };
    const now = this.anchor(block);
    const write = (mode: PasteMode) => {
      flushSync();
      return this.#commit(texts[mode], now());
    };
    if (this.#isTaken(texts[FIRST_MODE], block)) return;
    this.#options.onForeign({
      recognised: describeBlock(read, under),
      differing: differingCells(texts.cleaned, texts['as-is']),
      written: write(FIRST_MODE),
      write,
      corner: () => {
        if (this.#end.aborted) return null;
        const { bottom, right } = pastedOver(now(), texts.cleaned);
        const cell = cellAt(bottom, Math.min(right, columns.length - 1));
        return cell?.getBoundingClientRect() ?? null;
      }
    });
  }

  /** Where a block is at any later time, after rows above it have come or gone. */
  anchor(block: Block): () => Block {
    const { lines } = this.#table;
    const row = lines()[block.top]?.row.id;
    return () => {
      const found = lines().findIndex((line) => line.row.id === row);
      const top = found < 0 ? block.top : found;
      return { ...block, top, bottom: top + block.bottom - block.top };
    };
  }

  /** Whether a block is meant for other places than the cells it was pasted at, and has gone there. */
  #isTaken(texts: Texts, { top: at, bottom: to, left }: Block): boolean {
    const { lines, columns, onBlock } = this.#table;
    return onBlock?.({ texts, lines: lines(), at, to, column: columns[left]?.id ?? '' }) ?? false;
  }

  /** Makes the edit, and selects what it wrote; false where nothing changes. */
  #commit(texts: Texts, block: Block): boolean {
    const { lines, columns, hidden, widens, end, commit, onLeftOut } = this.#table;
    const beyond = block.left + widthOf(texts) - columns.length;
    if (beyond > 0 && !widens) onLeftOut(beyond);
    const edit = editOfPaste(lines(), columns, block, texts, { widens, end: end?.() });
    this.#options.held.unmark();
    commit(edit);
    flushSync();
    const over = pastedOver(block, texts);
    this.#select(over);
    const unseen = hidden.countIn({ ...over, right: Math.min(over.right, columns.length - 1) });
    if (unseen > 0 && edit.changes.length > 0) this.#options.onHidden(unseen);
    return edit.changes.length > 0;
  }

  #select({ top, left, bottom, right }: Block): void {
    const { lines, columns, selection } = this.#table;
    const [lastLine, lastColumn] = [lines().length - 1, columns.length - 1];
    // Columns that came with the paste have made the table anew.
    if (top > lastLine || this.#end.aborted) return;
    selection.take({
      top,
      left,
      bottom: Math.min(bottom, lastLine),
      right: Math.min(right, lastColumn)
    });
  }
}
