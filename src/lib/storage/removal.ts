import { clearDocument } from 'y-indexeddb';
import { removeBeside } from './rescue.ts';

/** Deletes what the device keeps of a document. */
export async function removeDocument(name: string): Promise<void> {
  // First: opened again, an empty database takes what lies beside it.
  await removeBeside(name);
  await clearDocument(name);
}
