import { flushSync } from 'svelte';
import type { Edit } from '#lib/model/edit.ts';
import type { CellEditor } from './cell-editor.ts';
import type { Content } from './content.ts';
import { editOfCells, editOfMove, emptiedRows, type CellChange } from './gestures.ts';
import { addHooks, changedCells, REMOTE, type Hot, type HotChange } from './handsontable.ts';
import type { Incoming } from './incoming.ts';
import type { Selection } from './selection.ts';
import type { TableOptions } from './table-options.ts';

/** The parts of a table that gestures have to do with. */
export interface GestureParts {
  readonly content: Content;
  readonly editor: CellEditor;
  readonly selection: Selection;
  readonly incoming: Incoming;
}

/**
 * Turns what is done to a table into edits, and refuses to let Handsontable do it: it would change
 * data behind the document's back.
 */
export class GestureHooks {
  readonly #options: TableOptions;
  readonly #parts: GestureParts;
  /** The rows whose merged first level was cleared last. */
  #emptied: ReadonlySet<string> = new Set();

  constructor(hot: Hot, options: TableOptions, parts: GestureParts) {
    this.#options = options;
    this.#parts = parts;
    addHooks(hot, {
      beforeChange: (changes, source) => this.#onChange(changes, source),
      beforeCreateRow: (_index, _count, source) => String(source) === REMOTE,
      beforeRemoveRow: (_index, _count, _rows, source) => String(source) === REMOTE,
      beforeRowMove: (rows, to) => this.commit(editOfMove(parts.content.lines, rows, to))
    });
  }

  /** Hands a gesture over; false, so that Handsontable does not carry it out itself. */
  commit(edit: Edit): false {
    const { readOnly, onEdit, clipboard } = this.#options;
    if (edit.changes.length > 0 && !readOnly) {
      clipboard?.held.unmark();
      onEdit(edit);
    }
    // The editor that this gesture closes is still open: row changes that waited for it come next.
    queueMicrotask(this.#parts.incoming.showWaiting);
    return false;
  }

  #onChange(changes: readonly (HotChange | null)[], source: string): boolean {
    if (source === REMOTE) return true;
    const { content, editor, incoming } = this.#parts;
    const cells = changedCells(changes);
    this.#reportLost(cells);
    const edit = editOfCells(content.lines, cells, this.#emptied);
    const emptied = emptiedRows(cells, edit);
    if (emptied.size > 0) this.#emptied = emptied;
    incoming.whileRendering(() => {
      this.commit(edit);
      // The change comes back through `show` now, so that this rendering paints it: a second one,
      // in the next frame, would cost as much again.
      flushSync();
    });
    queueMicrotask(() => editor.refresh());
    return false;
  }

  /** Rows wait while an editor is open, so one that is being typed into may be gone by now. */
  #reportLost(cells: readonly CellChange[]): void {
    const { content, incoming } = this.#parts;
    for (const { line, text } of cells) {
      const row = content.lines[line]?.row.id;
      if (row !== undefined && incoming.isGone(row)) this.#options.onLost(text);
    }
  }
}
