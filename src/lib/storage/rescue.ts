import { openDatabase, readUpdates, StorageError, UPDATES, writeUpdates } from './database.ts';

/** What a mending puts beside a database before it makes that one anew. */
const BESIDE = '~mending';

/** Keeps what can be read of a document beside its database. Rejects with a StorageError, and then nothing is there. */
export async function putBeside(name: string, update: Uint8Array): Promise<void> {
  const database = await openDatabase(name + BESIDE);
  try {
    await writeUpdates(database, [update]);
  } finally {
    database.close();
  }
}

/**
 * Ends a mending that was cut short: puts what lies beside an empty database into it. Returns whether
 * there was anything. Rejects with a StorageError, and then it still lies beside.
 */
export async function takeFromBeside(name: string, database: IDBDatabase): Promise<boolean> {
  if (!(await exists(name + BESIDE))) return false;
  const beside = await openDatabase(name + BESIDE);
  let kept: Uint8Array[];
  try {
    kept = (await readUpdates(beside)).map(({ update }) => update);
  } finally {
    beside.close();
  }
  if (kept.length > 0) await writeUpdates(database, kept);
  await removeBeside(name);
  return kept.length > 0;
}

/** Deletes what lies beside a database. */
export function removeBeside(name: string): Promise<void> {
  return deleteDatabase(name + BESIDE);
}

/** Where another window holds it, the browser asks that window to let go, and deletes it after that. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StorageError('damaged', request.error));
  });
}

/** Whether there is a database with the stores of ours; looking makes none. */
function exists(name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let made = false;
    request.onupgradeneeded = () => {
      made = true;
      request.transaction!.abort();
    };
    request.onerror = () =>
      made ? resolve(false) : reject(new StorageError('damaged', request.error));
    request.onsuccess = () => {
      const found = request.result.objectStoreNames.contains(UPDATES);
      request.result.close();
      resolve(found);
    };
  });
}
