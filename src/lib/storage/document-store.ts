import * as Y from 'yjs';
import { faultOf, openDatabase, readUpdates, StorageError, writeUpdates } from './database.ts';
import { takeFromBeside } from './rescue.ts';
import type { Saving } from './saving.ts';

/** So many rows of a document are folded into one. */
const COMPACT_AT = 200;
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
  #keys: number[] = [];
  #queue: Uint8Array[] = [];
  /** Updates of this window that the others have not heard of. */
  #untold: Uint8Array[] = [];
  #writing: Promise<void> | null = null;
  /** After a failed write a later update may rest on a missing one, so all of it is written again. */
  #needsSnapshot = false;
  #loaded = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
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
    while (this.#writing) await this.#writing;
    return this.#saving;
  }

  /** Tries a failed write again at once, as after the user has made room. */
  retry(): void {
    clearTimeout(this.#retry);
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
    this.#keys = stored.map(({ key }) => key);
    try {
      this.doc.transact(() => {
        for (const { update } of stored) Y.applyUpdate(this.doc, update, 'storage');
      }, 'storage');
    } catch (error) {
      throw new StorageError('damaged', error);
    }
    this.#loaded = true;
    if (stored.length >= COMPACT_AT) this.#needsSnapshot = true;
  }

  #onUpdate = (update: Uint8Array, origin: unknown): void => {
    // The window that another update came from stores it, or says that it could not.
    if (origin === 'storage' || origin === 'tab') return;
    this.#untold.push(update);
    if (this.#saving.state === 'failed') this.#tellOthers(false);
    this.#keep(update);
  };

  #keep(update: Uint8Array): void {
    this.#queue.push(update);
    if (this.#saving.state !== 'failed')
      this.#report({ state: 'saving', pending: this.#queue.length });
    if (this.#retry === undefined) this.#startWriting();
  }

  #hear(message: Message): void {
    if ('update' in message) {
      Y.applyUpdate(this.doc, message.update, 'tab');
      if (!message.stored) this.#keep(message.update);
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
    this.#retry = undefined;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      // Whoever hears that all is saved may edit at once.
      if (this.#saving.state === 'saving') this.#startWriting();
    });
  }

  async #writeAll(): Promise<void> {
    // One turn of the microtask queue joins the updates of one gesture.
    await Promise.resolve();
    while (this.#queue.length > 0 || this.#needsSnapshot || !this.#loaded) {
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
    this.#report({ state: 'saved', at: new Date() });
  }

  async #write(batch: readonly Uint8Array[]): Promise<void> {
    const database = this.#database ?? (await this.#openDatabase());
    const whole = this.#needsSnapshot || this.#keys.length >= COMPACT_AT;
    if (!whole && batch.length === 0) return;
    const removed = whole ? this.#keys : [];
    const update = whole ? Y.encodeStateAsUpdate(this.doc) : Y.mergeUpdates([...batch]);
    const added = await writeUpdates(database, [update], removed);
    // Lost while it was written to: the next one may not have these rows.
    if (database !== this.#database) return;
    this.#keys = whole ? added : [...this.#keys, ...added];
    if (whole) this.#needsSnapshot = false;
  }

  async #openDatabase(): Promise<IDBDatabase> {
    this.#database = await openDatabase(this.#name, (lost) => this.#onLost(lost));
    return this.#database;
  }

  #onLost(database: IDBDatabase): void {
    if (database !== this.#database) return;
    this.#keys = [];
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
    if (this.#closed) return;
    clearTimeout(this.#retry);
    const pause = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)]!;
    this.#retry = setTimeout(() => this.#startWriting(), pause);
  }

  #report(saving: Saving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener(saving);
  }
}
