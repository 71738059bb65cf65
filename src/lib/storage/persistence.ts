/**
 * Whether the browser promises to keep what is stored: `kept` it does, `evictable` it may clear it
 * when the disk runs short, `unknown` it does not say (plain http, old browsers).
 */
export type Persistence = 'kept' | 'evictable' | 'unknown';

/** Asks the browser to keep what is stored. Chromium decides by itself, Firefox asks the user. */
export async function askPersistence(): Promise<Persistence> {
  const storage = (navigator as Partial<Navigator>).storage;
  if (!storage?.persist) return 'unknown';
  return (await storage.persist()) ? 'kept' : 'evictable';
}
