import { deletedThings, type DeletedThing } from '#lib/document/deleted.ts';
import { watchEntries, type LogEntry } from '#lib/document/log.ts';
import { Periods, type Period } from '#lib/document/periods.ts';
import { summaryOfEdits, type EditSummary } from '#lib/document/period-summary.ts';
import { changesAt, type PlaceChange } from '#lib/document/place-history.ts';
import { recoveryEdit, versionEdit } from '#lib/document/restoring.ts';
import { sheetsOf } from '#lib/document/touched.ts';
import type { Author } from '#lib/model/author.ts';
import { cellText, fieldText, findSheet, type Place, type Workbook } from '#lib/model/workbook.ts';
import type { StoredWorkbook } from '../documents.ts';
import type { Editing } from '../editing.svelte.ts';
import { Gathered } from '../gathered.ts';
import { Versions } from './versions.svelte.ts';

export { Periods };
export type { DeletedThing, EditSummary, LogEntry, Period, PlaceChange };

/** Colleagues' edits are listed at most so often, in milliseconds. */
const PAUSE = 100;

/** What some of the history is asked for: null where everybody or every sheet is meant. */
export interface HistoryFilter {
  readonly author: string | null;
  readonly sheet: string | null;
}

/** What has been done in an open workbook, by whom, and how it is brought back. */
export class History {
  readonly versions: Versions;
  readonly #stored: StoredWorkbook;
  readonly #editing: Editing;
  readonly #end: () => void;
  readonly #listed = new Gathered(() => (this.#changes += 1), PAUSE);
  #changes = $state(0);

  constructor(stored: StoredWorkbook, editing: Editing) {
    this.#stored = stored;
    this.#editing = editing;
    this.versions = new Versions(stored, editing);
    this.#end = watchEntries(stored.log.doc, (_come, own) => {
      if (own) this.#listed.now();
      else this.#listed.ask();
    });
  }

  /** The log of all edits, oldest first. */
  get entries(): readonly LogEntry[] {
    void this.#changes;
    return this.#stored.document.entries;
  }

  /** The id of what I did last, in the log; null where I have done nothing. */
  get newestOwn(): string | null {
    const { id } = this.#stored.document.author;
    return this.entries.filter(({ by }) => by.id === id).at(-1)?.id ?? null;
  }

  /** Everybody who has edited, each once, with the name that they signed with last. */
  get authors(): readonly Author[] {
    return [...new Map(this.entries.map(({ by }) => [by.id, by])).values()];
  }

  /** The entries that pass a filter, oldest first. */
  filtered({ author, sheet }: HistoryFilter): readonly LogEntry[] {
    const { entries } = this;
    if (author === null && sheet === null) return entries;
    const { memory } = this.#stored.document;
    const inSheet = ({ steps }: LogEntry) =>
      sheet === null ||
      steps.some(({ change }) => sheetsOf(change, (row) => memory.sheetOfRow(row)).includes(sheet));
    return entries.filter((entry) => (author === null || entry.by.id === author) && inSheet(entry));
  }

  /** How much some entries did. */
  summaryOf(entries: readonly LogEntry[]): EditSummary {
    const { memory } = this.#stored.document;
    return summaryOfEdits(entries, (row) => memory.sheetOfRow(row));
  }

  /** Who changed a cell or a field, newest first. */
  changesAt(place: Place): readonly PlaceChange[] {
    const { workbook, shown } = this.#stored.document;
    const said = (text: string) => shown.text(text, place.sheet ?? '');
    return changesAt(this.entries, place, textAt(workbook, place)).map((change) => ({
      ...change,
      passages: change.passages.map(({ was, now }) => ({ was: said(was), now: said(now) }))
    }));
  }

  /** The sheet that a row stands in, also while it is deleted; null where there is no such row. */
  sheetOfRow(row: string): string | null {
    return this.#stored.document.memory.sheetOfRow(row);
  }

  /** What is in the 回收站. */
  get deleted(): readonly DeletedThing[] {
    void this.#changes;
    const { memory, entries, shown } = this.#stored.document;
    return deletedThings(memory, entries).map((thing) => ({
      ...thing,
      sheet: shown.sheet(thing.sheet),
      row: thing.row && shown.row(thing.row, thing.sheet.id)
    }));
  }

  /** How many rows and sheets are in the 回收站. */
  get deletedCount(): number {
    void this.#changes;
    const { rows, sheets } = this.#stored.document.memory.deleted;
    return rows.length + sheets.length;
  }

  /** Brings deleted things back in one edit. False where edits are not taken. */
  recover(things: readonly DeletedThing[]): boolean {
    const { memory } = this.#stored.document;
    const deleted = things.map(({ id }) => id).filter((id) => memory.isDeleted(id));
    const rows = deleted.filter((id) => memory.rowAt(id) !== null);
    const sheets = deleted.filter((id) => memory.rowAt(id) === null);
    return this.#editing.edit(recoveryEdit(memory, rows, sheets));
  }

  /**
   * Makes the workbook what it was in a version, in one edit, and keeps a version of what is there now.
   * False where edits are not taken.
   */
  restore(version: Workbook, name: string): boolean {
    if (!this.#editing.allowed) return false;
    const { memory } = this.#stored.document;
    const edit = versionEdit(memory, version, name);
    if (edit.changes.length > 0) void this.versions.keepAutomatic('restoring');
    return this.#editing.edit(edit);
  }

  /** Lets go of the log, after versions that are still being packed. */
  async close(): Promise<void> {
    this.#end();
    this.#listed.end();
    await this.versions.close();
  }
}

function textAt(workbook: Workbook, { sheet, row, column = '', field }: Place): string {
  const found = findSheet(workbook, sheet);
  if (field !== undefined) return found ? fieldText(found, field) : '';
  const cells = found?.rows.find(({ id }) => id === row);
  return cells ? cellText(cells, column) : '';
}
