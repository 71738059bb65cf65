import { openDatabase, UPDATES } from '#lib/storage/database.ts';

/** Adds a row to a stored document that is no update. */
export async function damage(name: string): Promise<void> {
  const database = await openDatabase(name);
  const { transaction } = database
    .transaction(UPDATES, 'readwrite')
    .objectStore(UPDATES)
    .add('not bytes at all');
  await new Promise<void>((resolve) => (transaction!.oncomplete = () => resolve()));
  database.close();
}
