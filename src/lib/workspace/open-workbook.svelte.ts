import { CommentList } from '#lib/document/comment-list.ts';
import type { DocumentEvent, UndoResult } from '#lib/document/document.ts';
import { watchReview } from '#lib/document/review-list.ts';
import type { Conflict } from '#lib/model/conflict.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { ReviewRights } from '#lib/model/review.ts';
import type { CatalogueEntry } from '#lib/storage/catalogue.ts';
import { holdOpen } from '#lib/storage/open-lock.ts';
import type { Saving } from '#lib/storage/saving.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import type { Known } from './catalogue-entry.ts';
import { Checking } from './checking.svelte.ts';
import { knownPeople } from './comments/comment-people.ts';
import { Commenting } from './comments/commenting.svelte.ts';
import { SeenComments } from './comments/seen-comments.svelte.ts';
import { closeStored, openStored, type StoredWorkbook } from './documents.ts';
import { Editing } from './editing.svelte.ts';
import { Gathered } from './gathered.ts';
import { KnownResults } from './formulas/known-results.ts';
import { GridViews } from './grid-views.svelte.ts';
import { History } from './history/history.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import { Listing } from './listing.svelte.ts';
import { OpenConnection } from './open-connection.svelte.ts';
import { Reviewing } from './review/reviewing.svelte.ts';
import { WorkbookReview } from './review/review.svelte.ts';
import { mayComment, mayEdit, type SharedRole } from './roles.ts';
import { Waiving } from './waiving.ts';

/** Colleagues' edits are shown at most so often, in milliseconds: what typing has to wait for is the screen. */
const PAUSE = 100;

/** One open workbook with everything wired: document, storage, rules, sync, catalogue. */
export class OpenWorkbook {
  readonly id: string;
  /** What its formulas last came to. */
  readonly calculated = new KnownResults();
  /** Its problems. */
  readonly checking: Checking;
  /** How it is shared, and who is there. */
  readonly connection: OpenConnection;
  readonly comments: Commenting;
  /** Accepting problems, and taking that back. */
  readonly waiving: Waiving;
  /** What has been done in it, its versions, and what is deleted. */
  readonly history: History;
  /** 提交审核 to 审定, and what came after it. */
  readonly review: WorkbookReview;
  /** How its grids are looked at on this device. */
  readonly gridViews: GridViews;
  readonly #cabinet: Cabinet;
  readonly #stored: StoredWorkbook;
  readonly #keeping: Keeping;
  readonly #editing: Editing;
  readonly #ends: (() => void)[] = [];
  readonly #letGo: () => void;
  readonly #listing: Listing;
  readonly #shown = new Gathered(() => this.#show(), PAUSE);
  #workbook = $state.raw<Workbook>() as Workbook;
  #conflicts = $state.raw<readonly Conflict[]>([]);
  #everSynced = $state(false);
  /** How many edits waited for the server when it was last heard of. */
  #waiting = 0;
  #deleted = $state(false);

  private constructor(
    cabinet: Cabinet,
    stored: StoredWorkbook,
    gridViews: GridViews,
    id: string,
    letGo: () => void
  ) {
    this.id = id;
    this.gridViews = gridViews;
    this.#letGo = letGo;
    this.#cabinet = cabinet;
    this.#stored = stored;
    this.checking = new Checking(() => this.#workbook, cabinet.profile.language);
    this.#listing = new Listing(cabinet.catalogue, id, () => this.#known());
    const { catalogue, profile } = cabinet;
    const onStatus = () => this.#onSync();
    this.#workbook = stored.document.workbook;
    this.#conflicts = stored.document.conflicts;
    this.#keeping = new Keeping(stored);
    this.connection = new OpenConnection({ id, stored, profile, catalogue, onStatus });
    const steps = new Reviewing({ stored, rights: () => this.#rights });
    this.#editing = new Editing(stored.document, {
      mayWrite: () => this.#rights.edit,
      locked: () => steps.locked
    });
    this.history = new History(stored, this.#editing);
    const rights = () => this.#rights;
    const loaded = () => this.loaded;
    this.review = new WorkbookReview({ stored, steps, editing: this.#editing, rights, loaded });
    this.waiving = new Waiving({
      workbook: () => this.#workbook,
      editing: this.#editing,
      checking: this.checking,
      profile,
      allowed: () => this.#rights.comment && !steps.locked
    });
    const list = new CommentList(stored.comments.doc);
    this.comments = new Commenting({
      list,
      seen: new SeenComments(catalogue, id, profile.id),
      profile,
      workbook: () => this.#workbook,
      people: () => this.#people,
      allowed: () => this.#rights.comment
    });
    this.#ends.push(
      stored.document.subscribe((event) => this.#onDocument(event)),
      () => this.#shown.end(),
      watchReview(stored.comments.doc, () => this.#listing.tell()),
      () => this.#keeping.end(),
      () => this.review.close(),
      () => list.close(),
      catalogue.watchOne(
        id,
        (entry) => this.#onEntry(entry),
        () => undefined
      )
    );
    this.checking.soon();
  }

  /** Opens a workbook of the cabinet, and connects it where it is shared. Null where it is not there. */
  static async open(cabinet: Cabinet, id: string): Promise<OpenWorkbook | null> {
    const letGo = await holdOpen(id);
    let opened: OpenWorkbook | null = null;
    try {
      const entry = await cabinet.catalogue.get(id);
      if (!entry || entry.deletedAt !== '') return null;
      const { id: device, name } = cabinet.profile;
      const [stored, gridViews] = await Promise.all([
        openStored(id, { id: device, name }),
        GridViews.load(cabinet.catalogue, id)
      ]);
      opened = new OpenWorkbook(cabinet, stored, gridViews, id, letGo);
      opened.#everSynced = entry.syncedAt !== '';
      if (entry.sharing) opened.connection.share(entry.sharing, entry.pending);
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
    return this.#keeping.loaded;
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
    return this.#keeping.saving;
  }

  /** What the server last let this device do; the owner's where the workbook is not shared. */
  get role(): SharedRole {
    return this.connection.role;
  }

  /** What an undo would take back; null where there is nothing, and where edits are not taken. */
  get undoLabel(): string | null {
    return this.#editing.undoLabel;
  }

  get redoLabel(): string | null {
    return this.#editing.redoLabel;
  }

  /** Texts that lost against others written at the same time, until somebody settles it. */
  get conflicts(): readonly Conflict[] {
    return this.#conflicts;
  }

  /** Whether the content of a colleague's workbook has yet to come for the first time. */
  get awaited(): boolean {
    return this.role !== 'owner' && !this.#everSynced && this.#workbook.sheets.length === 0;
  }

  /**
   * Whether edits are taken: a link that only lets one look or comment takes none, what has not come yet
   * must not be begun a second time, and what was approved is locked.
   */
  get editable(): boolean {
    return this.#editing.allowed;
  }

  /** The last edit that was not taken, because the role or the review had changed under the hands that made it. */
  get refused(): Edit | null {
    return this.#editing.refused;
  }

  /** False where the edit was not taken. */
  edit(edit: Edit): boolean {
    return this.#editing.edit(edit);
  }

  undo(): UndoResult {
    return this.#editing.undo();
  }

  redo(): UndoResult {
    return this.#editing.redo();
  }

  /** Resolves when all is stored; where that has failed, after one more try. */
  settled(): Promise<Saving> {
    return this.#keeping.settled();
  }

  /** Tries again to store what could not be stored. */
  retrySaving(): void {
    this.#keeping.retry();
  }

  /** Signs edits and presence with the present name of the profile. */
  rename(): void {
    const { id, name } = this.#cabinet.profile;
    this.#stored.document.author = { id, name };
    this.connection.showPlace({});
  }

  /** Stores what is left, tells the catalogue, and lets go of everything. */
  async close(): Promise<void> {
    for (const end of this.#ends) end();
    this.connection.end();
    await this.history.close();
    const listed = this.checking.finish().then(() => this.#listing.close());
    try {
      await Promise.all([listed, this.gridViews.settled(), closeStored(this.#stored)]);
    } finally {
      this.#letGo();
    }
  }

  /** What the role lets one do with what is here. */
  get #rights(): ReviewRights {
    const { role, awaited } = this;
    return { comment: mayComment(role) && !awaited, edit: mayEdit(role) && !awaited };
  }

  /** The names of everybody who is known to have been at this workbook, but for one's own. */
  get #people(): readonly string[] {
    return knownPeople({
      editors: this.history.entries.map(({ by }) => by.name),
      peers: this.connection.peers.map(({ name }) => name),
      threads: this.comments.threads,
      own: this.#cabinet.profile.name
    });
  }

  /** Another window may delete the workbook or share it. */
  #onEntry(entry: CatalogueEntry | undefined): void {
    this.#deleted = entry === undefined || entry.deletedAt !== '';
    if (entry?.sharing) this.connection.share(entry.sharing);
  }

  #onDocument({ origin }: DocumentEvent): void {
    if (origin === 'network' || origin === 'tab') return this.#shown.ask();
    this.checking.soon();
    this.#shown.now();
  }

  #show(): void {
    const { workbook, conflicts } = this.#stored.document;
    this.#workbook = workbook;
    this.#conflicts = conflicts;
    this.#listing.tell();
    this.checking.later();
  }

  #onSync(): void {
    if (this.connection.status?.syncedAt) this.#everSynced = true;
    this.review.look();
    const { pending = 0, unsure = false } = this.connection.status ?? {};
    const waiting = unsure ? 0 : pending;
    this.#listing.tell(waiting > this.#waiting);
    this.#waiting = waiting;
  }

  /** What 文件柜 and 汇总 are told. While the workbook could not be read, the blank on screen says nothing of it. */
  #known(): Known | null {
    if (!this.loaded) return null;
    return {
      workbook: this.#workbook,
      problems: this.checking.done ? this.checking.problems : null,
      sync: this.connection.status,
      newest: this.history.entries.at(-1),
      review: this.review.steps.state
    };
  }
}
