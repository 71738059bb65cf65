import * as Y from 'yjs';
import { openDatabase, StorageError, writeUpdates, UPDATES } from './database.ts';
import { deleteDatabase, putBeside, removeBeside } from './rescue.ts';

/** What can still be read of a document whose database is damaged. */
export interface Remains {
  readonly doc: Y.Doc;
  /** How many rows were read, and how many could not be. */
  readonly read: number;
  readonly unreadable: number;
  /** The keys of the rows that were there; null where not even these can be read. */
  readonly keys: readonly number[] | null;
}

/**
 * Reads a document row by row, so that a row that is damaged takes no other with it. Where not even
 * their keys can be read, nothing is left of it. Rejects with a StorageError where the browser gives no
 * storage, or another window holds it.
 */
export async function readRemains(name: string): Promise<Remains> {
  const doc = new Y.Doc();
  let database: IDBDatabase;
  try {
    database = await openDatabase(name);
  } catch (error) {
    if (error instanceof StorageError && error.fault === 'damaged') {
      return { doc, read: 0, unreadable: 1, keys: null };
    }
    throw error;
  }
  try {
    const keys = await keysOf(database);
    let read = 0;
    for (const key of keys ?? []) {
      if (take(doc, await rowAt(database, key))) read += 1;
    }
    return { doc, read, unreadable: keys ? keys.length - read : 1, keys };
  } finally {
    database.close();
  }
}

/**
 * Stores what was read of a document in the place of the rows that were there then, in one transaction;
 * what another window has stored since stays. A database that cannot be written to is made anew, as
 * soon as nobody holds it: meanwhile what was read lies beside, where opening the document finds it.
 * Rejects with a StorageError; whenever that is, what was read can still be read.
 */
export async function keepRemains(name: string, remains: Remains): Promise<void> {
  try {
    await replaceRows(name, remains);
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== 'damaged') throw error;
    await putBeside(name, Y.encodeStateAsUpdate(remains.doc));
    await deleteDatabase(name);
    await replaceRows(name, { ...remains, keys: [] });
    await removeBeside(name);
  }
}

async function replaceRows(name: string, { doc, keys }: Remains): Promise<void> {
  if (keys === null) throw new StorageError('damaged', null);
  const database = await openDatabase(name);
  try {
    await writeUpdates(database, [Y.encodeStateAsUpdate(doc)], keys);
  } finally {
    database.close();
  }
}

/** Applies a row where it is an update; false where it is not. */
function take(doc: Y.Doc, row: unknown): boolean {
  if (!(row instanceof Uint8Array)) return false;
  try {
    // A broken update that is applied half leaves its half behind, so it is read through before.
    Y.decodeUpdate(row);
    Y.applyUpdate(doc, row, 'storage');
    return true;
  } catch {
    return false;
  }
}

/** The keys of all rows, oldest first; null where they cannot be read. */
function keysOf(database: IDBDatabase): Promise<number[] | null> {
  return answerOf(database, (store) => store.getAllKeys()) as Promise<number[] | null>;
}

/** A row in a transaction of its own: one that cannot be read ends the transaction. */
function rowAt(database: IDBDatabase, key: number): Promise<unknown> {
  return answerOf(database, (store) => store.get(key));
}

function answerOf(
  database: IDBDatabase,
  ask: (store: IDBObjectStore) => IDBRequest
): Promise<unknown> {
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction(UPDATES, 'readonly');
      const request = ask(transaction.objectStore(UPDATES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}
