import type { UndoResult, WorkbookDocument } from '#lib/document/document.ts';
import type { Edit, WaiverChange } from '#lib/model/edit.ts';

const NOTHING: UndoResult = { done: false, reason: 'nothing' };

/** What the door to a document goes by, at the time. */
export interface EditingRights {
  /** Whether the role lets one write. */
  readonly mayWrite: () => boolean;
  /** Whether the workbook is held to what was approved. */
  readonly locked: () => boolean;
}

/**
 * The one door to the document of an open workbook: whoever may not edit changes nothing, whatever
 * the screen lets through, so that what the device holds stays what the server holds. Nobody edits
 * what has been approved.
 */
export class Editing {
  readonly #document: WorkbookDocument;
  readonly #rights: EditingRights;
  #refused = $state.raw<Edit | null>(null);
  #undoLabel = $state<string | null>(null);
  #redoLabel = $state<string | null>(null);

  constructor(document: WorkbookDocument, rights: EditingRights) {
    this.#document = document;
    this.#rights = rights;
    this.#refresh();
  }

  /** Whether edits are taken. */
  get allowed(): boolean {
    return this.#rights.mayWrite() && !this.#rights.locked();
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
    return this.#write(edit);
  }

  /** Writes what was decided on late edits, in a locked workbook too. False where the role does not let one. */
  decide(edit: Edit): boolean {
    return this.#rights.mayWrite() && this.#write(edit);
  }

  /** Puts late edits aside. False where the role does not let one. */
  setAside(edit: Edit, approval: string): boolean {
    if (!this.#rights.mayWrite()) return false;
    this.#document.setAside(edit, approval);
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

  #write(edit: Edit): boolean {
    this.#document.edit(edit);
    this.#refresh();
    return true;
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
