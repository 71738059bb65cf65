import type { UndoResult, WorkbookDocument } from '#lib/document/document.ts';
import type { Edit, WaiverChange } from '#lib/model/edit.ts';

const NOTHING: UndoResult = { done: false, reason: 'nothing' };

/**
 * The one door to the document of an open workbook: whoever may not edit changes nothing, whatever
 * the screen lets through, so that what the device holds stays what the server holds.
 */
export class Editing {
  readonly #document: WorkbookDocument;
  readonly #allowed: () => boolean;
  #refused = $state.raw<Edit | null>(null);
  #undoLabel = $state<string | null>(null);
  #redoLabel = $state<string | null>(null);

  /** `allowed` says whether edits are taken at the time. */
  constructor(document: WorkbookDocument, allowed: () => boolean) {
    this.#document = document;
    this.#allowed = allowed;
    this.#refresh();
  }

  /** Whether edits are taken. */
  get allowed(): boolean {
    return this.#allowed();
  }

  /** The last edit that was not taken. */
  get refused(): Edit | null {
    return this.#refused;
  }

  /** What an undo would take back; null where there is nothing, and where edits are not taken. */
  get undoLabel(): string | null {
    return this.allowed ? this.#undoLabel : null;
  }

  get redoLabel(): string | null {
    return this.allowed ? this.#redoLabel : null;
  }

  /** False where the edit was not taken. */
  edit(edit: Edit): boolean {
    if (!this.allowed) {
      this.#refused = edit;
      return false;
    }
    this.#document.edit(edit);
    this.#refresh();
    return true;
  }

  /** Changes the comments without a note in the log, for whoever may comment and not edit. */
  annotate(changes: readonly WaiverChange[]): void {
    this.#document.annotate(changes);
  }

  undo(): UndoResult {
    return this.#takeBack(() => this.#document.undo());
  }

  redo(): UndoResult {
    return this.#takeBack(() => this.#document.redo());
  }

  #takeBack(act: () => UndoResult): UndoResult {
    if (!this.allowed) return NOTHING;
    const result = act();
    this.#refresh();
    return result;
  }

  #refresh(): void {
    this.#undoLabel = this.#document.undoLabel;
    this.#redoLabel = this.#document.redoLabel;
  }
}
