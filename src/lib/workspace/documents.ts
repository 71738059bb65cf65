import { WorkbookDocument } from '#lib/document/document.ts';
import type { Author } from '#lib/model/author.ts';
import { StorageError } from '#lib/storage/database.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { removeDocument } from '#lib/storage/removal.ts';
import { worstSaving, type Saving } from '#lib/storage/saving.ts';

/** The documents of one workbook, stored on this device. */
export interface StoredWorkbook {
  readonly document: WorkbookDocument;
  readonly sheets: DocumentStore;
  readonly log: DocumentStore;
}

/** Opens what the device keeps of a workbook; an id that it does not know opens empty. */
export async function openStored(id: string, author: Author): Promise<StoredWorkbook> {
  const [sheets, log] = await Promise.all([
    DocumentStore.open(`d.${id}`),
    DocumentStore.open(`h.${id}`)
  ]);
  const document = new WorkbookDocument({ id, doc: sheets.doc, log: log.doc, author });
  return { document, sheets, log };
}

/** What the device keeps of a workbook: the worse of its documents. */
export function savingOf({ sheets, log }: StoredWorkbook): Saving {
  return worstSaving([sheets.saving, log.saving]);
}

/** Stores what is left and lets go of the documents. The saving says whether the device has it all. */
export async function closeStored({ document, sheets, log }: StoredWorkbook): Promise<Saving> {
  document.close();
  return worstSaving(await Promise.all([sheets.close(), log.close()]));
}

/**
 * Acts on a workbook that is not open here, and stores what that changes. Rejects with a
 * StorageError where the device cannot read it or cannot keep it.
 */
export async function withStored<Value>(
  id: string,
  author: Author,
  act: (document: WorkbookDocument) => Value
): Promise<Value> {
  const stored = await openStored(id, author);
  const read = savingOf(stored);
  if (read.state === 'failed') {
    await closeStored(stored);
    throw new StorageError(read.fault, null);
  }
  const value = act(stored.document);
  const written = await closeStored(stored);
  if (written.state === 'failed') throw new StorageError(written.fault, null);
  return value;
}

/** Deletes what the device keeps of a workbook. */
export async function removeStored(id: string): Promise<void> {
  await Promise.all([removeDocument(`d.${id}`), removeDocument(`h.${id}`)]);
}
