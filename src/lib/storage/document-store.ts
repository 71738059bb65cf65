import * as Y from 'yjs';
import { faultOf, openDatabase, readUpdates, StorageError } from './database.ts';
import { takeFromBeside } from './rescue.ts';
import type { Saving } from './saving.ts';
import { StoredRows } from './stored-rows.ts';

/** A document that is opened with so many rows is written anew as one. */
const WHOLE_AT = 200;
/** What others write waits so many milliseconds for more of it: a row for each would slow down who types. */
const PAUSE_MS = 50;
/** Pauses before a failed write is tried again, in milliseconds. */
const RETRY_MS = [500, 2000, 10_000];

/**
 * What windows tell each other: an update, or what a window has that was just opened. An edit of
 * another one may have been stored after it read and told before it could hear. An update that is
 * not stored is to be stored by whoever hears of it: later ones rest on it.
 */
type Message =
  { readonly update: Uint8Array; readonly stored: boolean } | { readonly has: Uint8Array };

/**
 * Keeps one Y.Doc in IndexedDB, in the format of y-indexeddb 9.
 *
 * The writer is our own because it owns the truth about saving. The package, as shipped, never
 * settles an open that fails, is silent about a write that fails, and lets the browser answer
 * before the disk has the bytes.
 */
export class DocumentStore {
  readonly doc: Y.Doc;
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  readonly #listeners = new Set<(saving: Saving) => void>();
  #database: IDBDatabase | null = null;
  #rows = new StoredRows();
  #queue: Uint8Array[] = [];
  /** Updates of this window that the others have not heard of. */
  #untold: Uint8Array[] = [];
  #writing: Promise<void> | null = null;
  /** After a failed write a later update may rest on a missing one, so all of it is written again. */
  #needsSnapshot = false;
  #loaded = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Whether something in the queue is not to wait. */
  #urgent = false;
  #closed = false;
  #saving: Saving = { state: 'saved', at: null };

  private constructor(name: string, doc: Y.Doc) {
    this.#name = name;
    this.doc = doc;
    this.#channel = new BroadcastChannel(`jibiao-${name}`);
    this.#channel.onmessage = ({ data }) => this.#hear(data as Message);
  }

  /**
   * Loads what is stored into `doc` and keeps it from then on, with what other windows write.
   * Where the device gives no storage, the document still works and `saving` says what is wrong.
   */
  static async open(name: string, doc = new Y.Doc()): Promise<DocumentStore> {
    const store = new DocumentStore(name, doc);
    try {
      await store.#load();
    } catch (error) {
      store.#fail(error);
    }
    doc.on('update', store.#onUpdate);
    // Before anybody types into it.
    if (store.#loaded && store.#needsSnapshot) store.#startWriting();
    store.#tell({ has: Y.encodeStateVector(doc) });
    return store;
  }

  /** Whether what is stored has been read. Until then an empty document only means that nobody knows. */
  get loaded(): boolean {
    return this.#loaded;
  }

  get saving(): Saving {
    return this.#saving;
  }

  /** Calls the listener whenever `saving` changes; returns how to stop. */
  subscribe(listener: (saving: Saving) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when everything is stored or a write has failed. */
  async settled(): Promise<Saving> {
    while (this.#writing || this.#pause !== undefined) {
      if (this.#pause !== undefined) this.#startWriting();
      await this.#writing;
    }
    return this.#saving;
  }

  /** Tries a failed write again at once, as after the user has made room. */
  retry(): void {
    this.#startWriting();
  }

  /**
   * Stores what is left, trying once more where that has failed, and lets go of document and
   * database. Where it fails again, the saving that it resolves with says so.
   */
  async close(): Promise<Saving> {
    this.#closed = true;
    this.doc.off('update', this.#onUpdate);
    clearTimeout(this.#retry);
    if ((await this.settled()).state === 'failed') this.#startWriting();
    const saving = await this.settled();
    this.#channel.close();
    this.#database?.close();
    this.#listeners.clear();
    return saving;
  }

  async #load(): Promise<void> {
    const database = await this.#openDatabase();
    let stored = await readUpdates(database);
    // Not before it is known that no mending was cut short, an empty one is taken for empty.
    if (stored.length === 0 && (await takeFromBeside(this.#name, database))) {
      stored = await readUpdates(database);
    }
    this.#rows = new StoredRows(stored.map(({ key }) => key));
    try {
      this.doc.transact(() => {
        for (const { update } of stored) Y.applyUpdate(this.doc, update, 'storage');
      }, 'storage');
    } catch (error) {
      throw new StorageError('damaged', error);
    }
    this.#loaded = true;
    if (stored.length >= WHOLE_AT) this.#needsSnapshot = true;
  }

  #onUpdate = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    { local }: Y.Transaction
  ): void => {
    // The window that another update came from stores it, or says that it could not.
    if (origin === 'storage' || origin === 'tab') return;
    this.#untold.push(update);
    if (this.#saving.state === 'failed') this.#tellOthers(false);
    this.#keep(update, local);
  };

  #keep(update: Uint8Array, urgent: boolean): void {
    this.#queue.push(update);
    if (this.#saving.state !== 'failed')
      this.#report({ state: 'saving', pending: this.#queue.length });
    if (this.#retry !== undefined) return;
    if (urgent) this.#startWriting();
    else this.#writeLater();
  }

  #hear(message: Message): void {
    if ('update' in message) {
      Y.applyUpdate(this.doc, message.update, 'tab');
      if (!message.stored) this.#keep(message.update, true);
    } else {
      const update = Y.encodeStateAsUpdate(this.doc, message.has);
      this.#tell({ update, stored: this.#saving.state === 'saved' });
      // A window that died had stored what it did not come to tell: who was opened since has read it.
      if (this.#lacksSomeOf(message.has)) this.#tell({ has: Y.encodeStateVector(this.doc) });
    }
  }

  #lacksSomeOf(has: Uint8Array): boolean {
    return [...Y.decodeStateVector(has)].some(
      ([client, clock]) => clock > Y.getState(this.doc.store, client)
    );
  }

  /** A window that dies must not leave others with what nobody stores, so this waits for the disk. */
  #tellOthers(stored: boolean, updates = this.#untold.splice(0)): void {
    if (updates.length > 0) this.#tell({ update: Y.mergeUpdates(updates), stored });
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
  }

  #startWriting(): void {
    this.#stopWaiting();
    this.#urgent = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      // Whoever hears that all is saved may edit at once.
      if (this.#urgent) this.#startWriting();
    });
  }

  #writeLater(): void {
    this.#pause ??= setTimeout(() => this.#startWriting(), PAUSE_MS);
  }

  async #writeAll(): Promise<void> {
    // One turn of the microtask queue joins the updates of one gesture.
    await Promise.resolve();
    while (this.#urgent || this.#needsSnapshot || !this.#loaded) {
      this.#urgent = false;
      const batch = this.#queue.splice(0);
      const untold = this.#untold.splice(0);
      try {
        if (!this.#loaded) await this.#load();
        await this.#write(batch);
      } catch (error) {
        this.#queue.unshift(...batch);
        this.#untold.unshift(...untold);
        this.#fail(error);
        return;
      }
      this.#tellOthers(true, untold);
    }
    this.#failures = 0;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    if (this.#queue.length > 0) this.#writeLater();
    else this.#report({ state: 'saved', at: new Date() });
  }

  async #write(batch: readonly Uint8Array[]): Promise<void> {
    const database = this.#database ?? (await this.#openDatabase());
    if (!this.#needsSnapshot) {
      if (batch.length > 0) await this.#rows.add(database, batch);
      return;
    }
    await this.#rows.replace(database, Y.encodeStateAsUpdate(this.doc));
    // Lost while it was written to: the next one may not have this row.
    if (database === this.#database) this.#needsSnapshot = false;
  }

  async #openDatabase(): Promise<IDBDatabase> {
    this.#database = await openDatabase(this.#name, (lost) => this.#onLost(lost));
    return this.#database;
  }

  #onLost(database: IDBDatabase): void {
    if (database !== this.#database) return;
    this.#rows = new StoredRows();
    this.#fail(new StorageError('unavailable', null));
  }

  #fail(error: unknown): void {
    const fault = faultOf(error);
    // A connection that was closed under us is opened anew by the next write.
    this.#database?.close();
    this.#database = null;
    this.#needsSnapshot = true;
    this.#report({ state: 'failed', fault, pending: Math.max(1, this.#queue.length) });
    this.#tellOthers(false);
    this.#stopWaiting();
    this.#urgent = false;
    if (this.#closed) return;
    const pause = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)]!;
    this.#retry = setTimeout(() => this.#startWriting(), pause);
  }

  #stopWaiting(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#pause);
    this.#retry = undefined;
    this.#pause = undefined;
  }

  #report(saving: Saving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener(saving);
  }
}
