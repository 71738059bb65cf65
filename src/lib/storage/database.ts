/** The stores of y-indexeddb 9, whose databases ours are: updates by running number, and free keys. */
export const UPDATES = 'updates';
const CUSTOM = 'custom';

/** Why the device does not keep a document. */
export type StorageFault =
  /** The browser gives no storage, as in some private windows. */
  | 'unavailable'
  /** The disk or the browser's share of it is full. */
  | 'full'
  /** Another window holds the database in an older form. */
  | 'blocked'
  /** What is stored cannot be read. */
  | 'damaged';

/** A failure of the device's storage, as a fault the interface can speak of. */
export class StorageError extends Error {
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause: unknown) {
    super(`storage: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** An opening that another window holds up is never answered, so it is given up after so many milliseconds. */
export const OPENING_PATIENCE = 10_000;

/**
 * Opens the database of a document, making it where there is none. Rejects with a StorageError.
 * `onLost` is called when the connection is closed by anybody else: what it had may be gone.
 */
export function openDatabase(
  name: string,
  onLost?: (database: IDBDatabase) => void
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(name);
    } catch (error) {
      reject(new StorageError('unavailable', error));
      return;
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true });
      request.result.createObjectStore(CUSTOM);
    };
    let givenUp = false;
    const patience = setTimeout(() => {
      givenUp = true;
      reject(new StorageError('blocked', null));
    }, OPENING_PATIENCE);
    request.onerror = () => {
      clearTimeout(patience);
      reject(new StorageError(faultOf(request.error), request.error));
    };
    request.onsuccess = () => {
      clearTimeout(patience);
      const database = request.result;
      if (givenUp) return database.close();
      // Another window deletes or upgrades it: holding on would block that window for ever.
      database.onversionchange = () => {
        database.close();
        onLost?.(database);
      };
      // The browser closes it when site data is cleared or the disk fails.
      database.onclose = () => onLost?.(database);
      resolve(database);
    };
  });
}

/** A stored update and the key it lies under. */
export interface StoredUpdate {
  readonly key: number;
  readonly update: Uint8Array;
}

/** All updates of a document, oldest first. Rejects with a StorageError. */
export function readUpdates(database: IDBDatabase): Promise<StoredUpdate[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(UPDATES, 'readonly');
    const store = transaction.objectStore(UPDATES);
    const keys = store.getAllKeys();
    const updates = store.getAll();
    transaction.oncomplete = () =>
      resolve(
        updates.result.map((update: Uint8Array, index) => ({
          key: keys.result[index] as number,
          update: new Uint8Array(update)
        }))
      );
    transaction.onabort = () => {
      reject(new StorageError(faultOf(transaction.error), transaction.error));
    };
  });
}

/**
 * Adds updates and takes rows away in one transaction, and resolves when it is on the disk.
 * Returns the keys of what was added. Rejects with a StorageError, and then nothing has changed.
 */
export function writeUpdates(
  database: IDBDatabase,
  added: readonly Uint8Array[],
  removedKeys: readonly number[] = []
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(new StorageError(faultOf(error), error));
    let transaction: IDBTransaction;
    try {
      // Chromium's default is relaxed: it answers before the disk has the bytes.
      transaction = database.transaction(UPDATES, 'readwrite', { durability: 'strict' });
    } catch (error) {
      fail(error);
      return;
    }
    try {
      const store = transaction.objectStore(UPDATES);
      // Before adding: a database that was deleted and made anew counts its keys from 1 again.
      for (const key of removedKeys) store.delete(key);
      const requests = added.map((update) => store.add(update));
      transaction.oncomplete = () => resolve(requests.map(({ result }) => result as number));
      transaction.onabort = () => fail(transaction.error);
      // Without this the transaction waits for a turn of the event loop that a busy page may not grant.
      transaction.commit();
    } catch (error) {
      fail(error);
      // What was taken away before the error would otherwise be committed without what replaces it.
      transaction.abort();
    }
  });
}

/** The fault that an error amounts to: one of ours, a DOMException of IndexedDB, or one that Dexie wraps. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageError) return error.fault;
  const { name = '', inner } = (error ?? {}) as { name?: string; inner?: unknown };
  if (inner !== undefined && inner !== null && inner !== error) return faultOf(inner);
  if (name === 'QuotaExceededError') return 'full';
  return DAMAGE.includes(name) ? 'damaged' : 'unavailable';
}

/** `NotFoundError`: the database is there, but not its stores. */
const DAMAGE: readonly string[] = ['UnknownError', 'DataError', 'VersionError', 'NotFoundError'];
