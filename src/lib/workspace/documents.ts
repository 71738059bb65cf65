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
  readonly comments: DocumentStore;
  readonly log: DocumentStore;
}

/** The documents of a workbook by the letters that their names begin with. */
export const KINDS = ['d', 'c', 'h'] as const;

/**
 * Opens what the device keeps of a workbook; an id that it does not know opens empty, and so do the
 * comments of one that was stored before there were any.
 */
export async function openStored(id: string, author: Author): Promise<StoredWorkbook> {
  const [sheets, comments, log] = await Promise.all([
    DocumentStore.open(`d.${id}`),
    DocumentStore.open(`c.${id}`),
    DocumentStore.open(`h.${id}`)
  ]);
  const document = new WorkbookDocument({
    id,
    doc: sheets.doc,
    comments: comments.doc,
    log: log.doc,
    author
  });
  return { document, sheets, comments, log };
}

/** The stores of a workbook's documents. */
export function storesOf({ sheets, comments, log }: StoredWorkbook): readonly DocumentStore[] {
  return [sheets, comments, log];
}

/** What the device keeps of a workbook: the worst of its documents. */
export function savingOf(stored: StoredWorkbook): Saving {
  return worstSaving(storesOf(stored).map(({ saving }) => saving));
}

/** Stores what is left and lets go of the documents. The saving says whether the device has it all. */
export async function closeStored(stored: StoredWorkbook): Promise<Saving> {
  stored.document.close();
  return worstSaving(await Promise.all(storesOf(stored).map((store) => store.close())));
}

/**
 * Acts on a workbook that is not open here, and stores what that changes. Rejects with a
 * StorageError where the device cannot read it or cannot keep it.
 */
export async function withStored<Value>(
  id: string,
  author: Author,
  act: (stored: StoredWorkbook) => Value
): Promise<Value> {
  const stored = await openStored(id, author);
  const read = savingOf(stored);
  if (read.state === 'failed') {
    await closeStored(stored);
    throw new StorageError(read.fault, null);
  }
  const value = act(stored);
  const written = await closeStored(stored);
  if (written.state === 'failed') throw new StorageError(written.fault, null);
  return value;
}

/** Deletes what the device keeps of a workbook. */
export async function removeStored(id: string): Promise<void> {
  await Promise.all(KINDS.map((kind) => removeDocument(`${kind}.${id}`)));
}
