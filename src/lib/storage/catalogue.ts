import { Dexie, liveQuery, type EntityTable } from 'dexie';
import type { Counts } from '#lib/model/problem.ts';
import type { ReviewState } from '#lib/model/review.ts';

/** What a device may do with a shared workbook. */
export type SharedRole = 'view' | 'comment' | 'edit' | 'owner';

/** How a workbook is shared. Everything secret of a link is kept here and nowhere else. */
export interface Sharing {
  readonly role: SharedRole;
  /** What the sync server is shown: `1.<linkId>.<secret>` or `owner.<key>`. */
  readonly token: string;
  /** Links made on this device, with their secrets, so that they can be copied again. */
  readonly links: readonly { readonly id: string; readonly secret: string }[];
}

/** What the 文件柜 shows of a workbook without opening it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** Unit code and name as printed in its tables: 215001 青泉县水务局本级; its department where there is none. */
  readonly unit: string;
  readonly year: number | null;
  readonly projects: number;
  readonly counts: Counts;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly editedAt: string;
  /** The name of who edited last, and the id of their device; both empty where nobody has yet. */
  readonly editedBy: string;
  readonly editorId: string;
  /** ISO 8601; empty while the workbook is in use. */
  readonly deletedAt: string;
  readonly sharing: Sharing | null;
  /** What claims the workbook on a server, kept before it is sent; empty before. It alone shares nothing. */
  readonly ownerKey: string;
  /** How its review stands; absent where it was stored before there was any. */
  readonly review?: ReviewState;
  /** Edits that the server has not acknowledged. */
  readonly pending: number;
  /** ISO 8601; empty where it was never synced. */
  readonly syncedAt: string;
}

/** What 汇总 counts of a workbook, kept beside its entry. */
export interface StoredSummary {
  /** The id of its workbook. */
  readonly id: string;
  /** Of the form that it was written in. */
  readonly version: number;
  /** When the workbook was last edited, as its entry said then: where it says otherwise, this is out of date. */
  readonly editedAt: string;
  /** Hundreds of them are read at once, and a browser copies a text faster than objects. */
  readonly text: string;
}

interface Setting {
  readonly key: string;
  readonly value: string;
}

type CatalogueDatabase = Dexie & {
  workbooks: EntityTable<CatalogueEntry, 'id'>;
  settings: EntityTable<Setting, 'key'>;
  summaries: EntityTable<StoredSummary, 'id'>;
};

/** The workbooks on this device and the settings of the device. */
export class Catalogue {
  readonly #database: CatalogueDatabase;

  constructor(name = 'jibiao') {
    this.#database = new Dexie(name) as CatalogueDatabase;
    this.#database.version(1).stores({ workbooks: 'id, editedAt', settings: 'key' });
    this.#database.version(2).stores({ summaries: 'id' });
  }

  /** Calls the listener with all entries, latest edit first, now and after every change in any window. */
  watch(
    listener: (entries: readonly CatalogueEntry[]) => void,
    failed: (error: unknown) => void
  ): () => void {
    const query = liveQuery(() => this.#database.workbooks.orderBy('editedAt').reverse().toArray());
    const subscription = query.subscribe({ next: listener, error: failed });
    return () => subscription.unsubscribe();
  }

  /** Calls the listener with one entry, undefined where there is none, as `watch` does with all. */
  watchOne(
    id: string,
    listener: (entry: CatalogueEntry | undefined) => void,
    failed: (error: unknown) => void
  ): () => void {
    const query = liveQuery(() => this.#database.workbooks.get(id));
    const subscription = query.subscribe({ next: listener, error: failed });
    return () => subscription.unsubscribe();
  }

  async get(id: string): Promise<CatalogueEntry | undefined> {
    return this.#database.workbooks.get(id);
  }

  async put(entry: CatalogueEntry): Promise<void> {
    await this.#database.workbooks.put(entry);
  }

  /** Changes some of an entry; does nothing where there is none. */
  async update(id: string, changes: Partial<CatalogueEntry>): Promise<void> {
    await this.#database.workbooks.update(id, changes);
  }

  /**
   * Changes an entry by what it says now, so that no window overwrites another. Returns the changed
   * entry, undefined where there is none.
   */
  async change(
    id: string,
    changesOf: (entry: CatalogueEntry) => Partial<CatalogueEntry>
  ): Promise<CatalogueEntry | undefined> {
    const { workbooks } = this.#database;
    return this.#database.transaction('rw', workbooks, async () => {
      const entry = await workbooks.get(id);
      if (!entry) return undefined;
      const changed = { ...entry, ...changesOf(entry) };
      await workbooks.put(changed);
      return changed;
    });
  }

  async remove(id: string): Promise<void> {
    const { workbooks, summaries } = this.#database;
    await this.#database.transaction('rw', workbooks, summaries, async () => {
      await workbooks.delete(id);
      await summaries.delete(id);
    });
  }

  /** Calls the listener with the summaries of all workbooks, as `watch` does with their entries. */
  watchSummaries(
    listener: (summaries: readonly StoredSummary[]) => void,
    failed: (error: unknown) => void
  ): () => void {
    const query = liveQuery(() => this.#database.summaries.toArray());
    const subscription = query.subscribe({ next: listener, error: failed });
    return () => subscription.unsubscribe();
  }

  async summary(id: string): Promise<StoredSummary | undefined> {
    return this.#database.summaries.get(id);
  }

  /** Keeps summaries, but not those of workbooks that are gone meanwhile. */
  async putSummaries(made: readonly StoredSummary[]): Promise<void> {
    const { workbooks, summaries } = this.#database;
    await this.#database.transaction('rw', workbooks, summaries, async () => {
      const entries = await workbooks.bulkGet(made.map(({ id }) => id));
      await summaries.bulkPut(made.filter((_, at) => entries[at] !== undefined));
    });
  }

  /** Entries that were deleted before a time, ISO 8601. */
  async deletedBefore(time: string): Promise<CatalogueEntry[]> {
    const entries = await this.#database.workbooks.toArray();
    return entries.filter(({ deletedAt }) => deletedAt !== '' && deletedAt < time);
  }

  /** A setting of this device; empty where it was never set. */
  async setting(key: string): Promise<string> {
    return (await this.#database.settings.get(key))?.value ?? '';
  }

  async setSetting(key: string, value: string): Promise<void> {
    await this.#database.settings.put({ key, value });
  }

  close(): void {
    this.#database.close();
  }
}
