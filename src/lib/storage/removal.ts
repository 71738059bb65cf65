import { clearDocument } from 'y-indexeddb';

/** Deletes what the device keeps of a document. */
export async function removeDocument(name: string): Promise<void> {
  await clearDocument(name);
}
