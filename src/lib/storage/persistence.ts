/**
 * Whether the browser promises to keep what is stored: `kept` it does, `evictable` it may clear it
 * when the disk runs short, `unknown` it does not say (plain http, old browsers).
 */
export type Persistence = 'kept' | 'evictable' | 'unknown';

/** Asks the browser to keep what is stored. Chromium decides by itself, Firefox asks the user. */
export async function askPersistence(): Promise<Persistence> {
  const storage = storageHere();
  if (!storage?.persist) return 'unknown';
  return (await storage.persist()) ? 'kept' : 'evictable';
}

/** What the browser has promised so far, without asking the user. */
export async function readPersistence(): Promise<Persistence> {
  const storage = storageHere();
  if (!storage?.persisted) return 'unknown';
  return (await storage.persisted()) ? 'kept' : 'evictable';
}

function storageHere(): Partial<StorageManager> | undefined {
  return (navigator as Partial<Navigator>).storage;
}
