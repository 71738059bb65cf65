import * as Y from 'yjs';
import { writeUpdates, type StoredUpdate } from './database.ts';

/** So many rows that a window has written are folded into one. */
const FOLD_AT = 100;
/** A row of more bytes, as of a large paste, is left alone: to fold it takes as long as to write it whole. */
const LARGE = 100_000;

/** The rows in a database that a window knows: those that it has read, and its own. */
export class StoredRows {
  #keys: number[];
  /** Rows of this window that are not folded yet, oldest first. */
  #loose: StoredUpdate[] = [];

  constructor(keys: readonly number[] = []) {
    this.#keys = [...keys];
  }

  /**
   * Adds updates as one row. Where there are many of them, it takes the place of those of this window: to
   * write a document of 10,000 rows as a whole takes the main thread 100 ms, to fold 100 rows a few.
   * Rejects with a StorageError, and then nothing has changed.
   */
  async add(database: IDBDatabase, updates: readonly Uint8Array[]): Promise<void> {
    const folded = this.#loose.length >= FOLD_AT ? this.#loose : [];
    const update = Y.mergeUpdates([...folded.map((row) => row.update), ...updates]);
    const keys = await this.#put(database, update, new Set(folded.map(({ key }) => key)));
    if (folded.length > 0 || update.length > LARGE) this.#loose = [];
    else this.#loose.push(...keys.map((key) => ({ key, update })));
  }

  /** Puts a whole document in the place of all of them. Rejects with a StorageError, as `add` does. */
  async replace(database: IDBDatabase, document: Uint8Array): Promise<void> {
    await this.#put(database, document, new Set(this.#keys));
    this.#loose = [];
  }

  async #put(
    database: IDBDatabase,
    update: Uint8Array,
    removed: ReadonlySet<number>
  ): Promise<number[]> {
    const added = await writeUpdates(database, [update], [...removed]);
    this.#keys = [...this.#keys.filter((key) => !removed.has(key)), ...added];
    return added;
  }
}
