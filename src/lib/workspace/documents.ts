import { WorkbookDocument } from '#lib/document/document.ts';
import type { Author } from '#lib/model/author.ts';
import type { Workbook } from '#lib/model/workbook.ts';
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

/** Stores a workbook that nobody has seen yet. The saving says whether the device has it now. */
export async function storeNew(workbook: Workbook, label: string, author: Author): Promise<Saving> {
  const stored = await openStored(workbook.id, author);
  stored.document.fill(workbook, label);
  return closeStored(stored);
}

/** Deletes what the device keeps of a workbook. */
export async function removeStored(id: string): Promise<void> {
  await Promise.all([removeDocument(`d.${id}`), removeDocument(`h.${id}`)]);
}
