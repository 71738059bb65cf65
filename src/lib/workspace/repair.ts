import { WorkbookDocument } from '#lib/document/document.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';
import { faultOf } from '#lib/storage/database.ts';
import { keepRemains, readRemains, type Remains } from '#lib/storage/remains.ts';
import { KINDS } from './documents.ts';
import type { StoreResult } from './store-result.ts';

/** What could be read of a workbook whose storage is damaged. */
export interface Remnant {
  /** As much of it as there is; an empty one where nothing could be read. */
  readonly workbook: Workbook;
  /** How many stored edits were read, and how many could not be. */
  readonly read: number;
  readonly unreadable: number;
  readonly remains: ReadonlyMap<string, Remains>;
}

const NOBODY = { id: '', name: '' };

/** Reads what is left of a workbook that does not open. Rejects with a StorageError. */
export async function readRemnant(id: string): Promise<Remnant> {
  const remains = new Map<string, Remains>();
  for (const kind of KINDS) remains.set(kind, await readRemains(`${kind}.${id}`));
  const docOf = (kind: string) => remains.get(kind)!.doc;
  const document = new WorkbookDocument({
    id,
    doc: docOf('d'),
    comments: docOf('c'),
    log: docOf('h'),
    author: NOBODY
  });
  const { workbook } = document;
  document.close();
  const all = [...remains.values()];
  return {
    workbook,
    read: all.reduce((sum, { read }) => sum + read, 0),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
    remains
  };
}

/**
 * Keeps what was read in the place of what is damaged, so that the workbook opens again. One of which
 * nothing was left waits for its content to come by its sync link, as when the link was first opened.
 */
export async function repair(
  catalogue: Catalogue,
  { workbook, remains }: Remnant
): Promise<StoreResult> {
  const { id, sheets } = workbook;
  try {
    // First: an empty one that is opened before this is noted would be shown as empty.
    if (sheets.length === 0) await catalogue.update(id, { syncedAt: '' });
    // All of them: rows may each be read and still not open together.
    for (const [kind, left] of remains) await keepRemains(`${kind}.${id}`, left);
    return { ok: true, id };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}
