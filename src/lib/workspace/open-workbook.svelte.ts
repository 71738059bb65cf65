import type { DocumentEvent, UndoResult, WorkbookDocument } from '#lib/document/document.ts';
import type { Edit } from '#lib/model/edit.ts';
import { problemKey, type Counts, type Problem } from '#lib/model/problem.ts';
import type { Place, Waiver, Workbook } from '#lib/model/workbook.ts';
import type { CheckResult } from '#lib/rules/check.ts';
import type { CatalogueEntry, Sharing } from '#lib/storage/catalogue.ts';
import { holdOpen } from '#lib/storage/open-lock.ts';
import type { Saving } from '#lib/storage/saving.ts';
import type { SyncStatus } from '#lib/sync/connection.ts';
import type { Peer } from '#lib/sync/peers.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import { lastEdit, summaryOf } from './catalogue-entry.ts';
import { Checking } from './checking.svelte.ts';
import { closeStored, openStored, savingOf, storesOf, type StoredWorkbook } from './documents.ts';
import { Listing } from './listing.svelte.ts';
import { OpenConnection } from './open-connection.svelte.ts';
import { formerWaiver, waivingEdit, withdrawalEdit, type WaiverEdit } from './waivers.ts';

/** One open workbook with everything wired: document, storage, rules, sync, catalogue. */
export class OpenWorkbook {
  readonly id: string;
  readonly #cabinet: Cabinet;
  readonly #stored: StoredWorkbook;
  readonly #checking: Checking;
  readonly #connection: OpenConnection;
  readonly #ends: (() => void)[] = [];
  readonly #letGo: () => void;
  readonly #listing: Listing;
  #sharing = $state.raw<Sharing | null>(null);
  #workbook = $state.raw<Workbook>() as Workbook;
  #saving = $state.raw<Saving>({ state: 'saved', at: null });
  #everSynced = $state(false);
  #deleted = $state(false);
  #undoLabel = $state<string | null>(null);
  #redoLabel = $state<string | null>(null);

  private constructor(cabinet: Cabinet, stored: StoredWorkbook, id: string, letGo: () => void) {
    this.id = id;
    this.#letGo = letGo;
    this.#cabinet = cabinet;
    this.#stored = stored;
    this.#checking = new Checking(() => this.#workbook, cabinet.profile.language);
    this.#listing = new Listing(cabinet.catalogue, id, () => this.#listed());
    this.#connection = new OpenConnection(cabinet.profile, () => this.#onSync());
    this.#workbook = stored.document.workbook;
    this.#saving = savingOf(stored);
    this.#refreshUndo();
    this.#ends.push(
      stored.document.subscribe((event) => this.#onDocument(event)),
      ...storesOf(stored).map((store) => store.subscribe(() => (this.#saving = savingOf(stored)))),
      cabinet.catalogue.watchOne(
        id,
        (entry) => this.#onEntry(entry),
        () => undefined
      )
    );
    this.#checking.soon();
  }

  /** Opens a workbook of the cabinet, and connects it where it is shared. Null where it is not there. */
  static async open(cabinet: Cabinet, id: string): Promise<OpenWorkbook | null> {
    const letGo = await holdOpen(id);
    let opened: OpenWorkbook | null = null;
    try {
      const entry = await cabinet.catalogue.get(id);
      if (!entry || entry.deletedAt !== '') return null;
      const { id: device, name } = cabinet.profile;
      const stored = await openStored(id, { id: device, name });
      opened = new OpenWorkbook(cabinet, stored, id, letGo);
      opened.#everSynced = entry.syncedAt !== '';
      if (entry.sharing) opened.connect(entry.sharing);
      return opened;
    } finally {
      if (opened === null) letGo();
    }
  }

  get workbook(): Workbook {
    return this.#workbook;
  }

  /** False where the device's storage could not be read: what is shown may not be all there is. */
  get loaded(): boolean {
    return storesOf(this.#stored).every(({ loaded }) => loaded);
  }

  /** Whether the rules have been run: until then no problems only means that nobody knows. */
  get checked(): boolean {
    return this.#checking.done;
  }

  /** Whether the rules could not be fetched, so that nothing is checked until they are. */
  get uncheckable(): boolean {
    return this.#checking.unavailable;
  }

  get problems(): readonly Problem[] {
    return this.#checking.result.problems;
  }

  get problemsBySheet(): ReadonlyMap<string, readonly Problem[]> {
    return this.#checking.result.bySheet;
  }

  /** Rules that threw; the others were run all the same. */
  get failures(): CheckResult['failures'] {
    return this.#checking.result.failures;
  }

  get counts(): Counts {
    return this.#checking.counts;
  }

  /** Whether the 文件柜 could not take over what it shows of the workbook. */
  get unlisted(): boolean {
    return this.#listing.failed;
  }

  /** Whether the workbook has been deleted from the cabinet, in this window or another. */
  get deleted(): boolean {
    return this.#deleted;
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Null while the workbook is not shared. */
  get sync(): SyncStatus | null {
    return this.#connection.status;
  }

  get sharing(): Sharing | null {
    return this.#sharing;
  }

  get peers(): readonly Peer[] {
    return this.#connection.peers;
  }

  get undoLabel(): string | null {
    return this.#undoLabel;
  }

  get redoLabel(): string | null {
    return this.#redoLabel;
  }

  /** The log of all edits, oldest first. */
  get entries(): WorkbookDocument['entries'] {
    return this.#stored.document.entries;
  }

  /** The id of what I did last, in the log; null where I have done nothing. */
  get newestOwn(): string | null {
    const { id } = this.#cabinet.profile;
    return this.entries.filter(({ by }) => by.id === id).at(-1)?.id ?? null;
  }

  /** Whether the content of a colleague's workbook has yet to come for the first time. */
  get awaited(): boolean {
    const role = this.#sharing?.role ?? 'owner';
    return role !== 'owner' && !this.#everSynced && this.#workbook.sheets.length === 0;
  }

  /**
   * Whether edits are taken: a link that only lets one look or comment takes none, and what has not
   * come yet must not be begun a second time.
   */
  get editable(): boolean {
    const role = this.#sharing?.role ?? 'owner';
    return (role === 'edit' || role === 'owner') && !this.awaited;
  }

  /** Whether problems can be waived: by whoever may edit, and by whoever may comment. */
  get waivable(): boolean {
    return this.editable || (this.#sharing?.role === 'comment' && !this.awaited);
  }

  /**
   * Checks now what would be checked after the paint, as before a jump to the next problem. Before the
   * first check it waits for it.
   */
  checkNow(): Promise<void> {
    return this.#checking.now();
  }

  edit(edit: Edit): void {
    if (!this.editable) return;
    this.#stored.document.edit(edit);
    this.#refreshUndo();
  }

  /**
   * Accepts a problem, signed with the name of the profile. False where it is not there any more as
   * it was shown: what a colleague has written meanwhile, nobody has accepted.
   */
  waive(problem: Problem, reason: string): boolean {
    if (!this.waivable) return false;
    this.checkNow();
    const key = problemKey(problem);
    const shown = this.problems.find(
      (found) => problemKey(found) === key && found.message === problem.message
    );
    if (!shown || shown.waived !== undefined) return false;
    const by = this.#cabinet.profile.name || '未署名';
    const at = new Date().toISOString();
    return this.#annotate(waivingEdit(this.#workbook, shown, { reason: reason.trim(), by, at }));
  }

  /** Takes a waiver back, with those of colleagues that accept the same. False where it is gone. */
  withdrawWaiver(id: string): boolean {
    if (!this.waivable) return false;
    const title = this.problems.find(({ waived }) => waived === id)?.title ?? '';
    return this.#annotate(withdrawalEdit(this.#workbook, id, title));
  }

  /** The waiver that a problem had before what it is about was changed; null where it had none. */
  formerWaiver(problem: Problem): Waiver | null {
    return formerWaiver(this.#workbook, problem, this.#checking.waiversInForce);
  }

  undo(): UndoResult {
    if (!this.editable) return { done: false, reason: 'nothing' };
    const result = this.#stored.document.undo();
    this.#refreshUndo();
    return result;
  }

  redo(): UndoResult {
    if (!this.editable) return { done: false, reason: 'nothing' };
    const result = this.#stored.document.redo();
    this.#refreshUndo();
    return result;
  }

  /** Resolves when all is stored; where that has failed, after one more try. */
  async settled(): Promise<Saving> {
    const settle = () => Promise.all(storesOf(this.#stored).map((store) => store.settled()));
    await settle();
    if (savingOf(this.#stored).state === 'failed') this.retrySaving();
    await settle();
    return savingOf(this.#stored);
  }

  /** Tries again to store what could not be stored. */
  retrySaving(): void {
    for (const store of storesOf(this.#stored)) store.retry();
  }

  /** Shows colleagues the cell that I am in. */
  showPlace(place: Place): void {
    this.#connection.showPlace(place);
  }

  /** Signs edits and presence with the present name of the profile. */
  rename(): void {
    const { id, name } = this.#cabinet.profile;
    this.#stored.document.author = { id, name };
    this.showPlace({});
  }

  /** Takes over how the workbook is shared now, and connects it where it was not. */
  share(sharing: Sharing): void {
    if (this.#sharing?.token === sharing.token) this.#sharing = sharing;
    else this.connect(sharing);
  }

  /** Connects the workbook to the server of this page and keeps it in step from then on. */
  connect(sharing: Sharing): void {
    this.#connection.end();
    this.#sharing = sharing;
    // Nothing is sent of a document that nobody knows.
    if (this.loaded) this.#connection.begin(this.id, this.#stored, sharing.token);
  }

  /** Stores what is left, tells the catalogue, and lets go of everything. */
  async close(): Promise<void> {
    for (const end of this.#ends) end();
    this.#connection.end();
    const listed = this.#checking.finish().then(() => this.#listing.close());
    try {
      await Promise.all([listed, closeStored(this.#stored)]);
    } finally {
      this.#letGo();
    }
  }

  /** Another window may delete the workbook or share it. */
  #onEntry(entry: CatalogueEntry | undefined): void {
    this.#deleted = entry === undefined || entry.deletedAt !== '';
    if (entry?.sharing) this.share(entry.sharing);
  }

  #onDocument({ workbook }: DocumentEvent): void {
    this.#workbook = workbook;
    this.#listing.tell();
    this.#checking.soon();
  }

  #onSync(): void {
    if (this.sync?.syncedAt) this.#everSynced = true;
    this.#listing.tell();
  }

  /** Who may only comment leaves no note in the log, and has nothing to undo. */
  #annotate(edit: WaiverEdit | null): boolean {
    if (edit === null) return false;
    if (this.editable) this.edit(edit);
    else this.#stored.document.annotate(edit.changes);
    return true;
  }

  #refreshUndo(): void {
    this.#undoLabel = this.#stored.document.undoLabel;
    this.#redoLabel = this.#stored.document.redoLabel;
  }

  /** What the 文件柜 shows. While the workbook could not be read, the blank on screen says nothing of it. */
  #listed(): Partial<CatalogueEntry> | null {
    if (!this.loaded) return null;
    const newest = this.entries.at(-1);
    const syncedAt = this.sync?.syncedAt?.toISOString();
    return {
      ...summaryOf(this.#workbook),
      ...(this.checked && { counts: this.counts }),
      pending: this.sync?.pending ?? 0,
      ...(syncedAt !== undefined && { syncedAt }),
      ...(newest && lastEdit(newest.by, newest.at))
    };
  }
}
