import { CommentList } from '#lib/document/comment-list.ts';
import { readReview } from '#lib/document/review-list.ts';
import { exportFileName } from '#lib/exporters/file-name.ts';
import { differencesBetween, type Difference } from '#lib/model/differences.ts';
import { countProblems } from '#lib/model/problem.ts';
import { faultOf, StorageError, type StorageFault } from '#lib/storage/database.ts';
import { holdOpen } from '#lib/storage/open-lock.ts';
import { canEncrypt } from '#lib/sync/package/encryption.ts';
import {
  mergeDocuments,
  packedDocuments,
  type SharedDocuments
} from '#lib/sync/package/documents.ts';
import {
  readPackage,
  writePackage,
  type PackageFault,
  type SyncPackage
} from '#lib/sync/package/package.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import { lastEdit, listedContent, newEntry } from './catalogue-entry.ts';
import { PACKAGE_ENDING } from './package-name.ts';
import { closeStored, openStored, savingOf, type StoredWorkbook } from './documents.ts';
import { keepSummary } from './summary/keep-summary.ts';
import { keepMoment, momentOf } from './history/versions.svelte.ts';

export { canEncrypt };

/** What came in with a package. */
export interface PackageReceipt {
  readonly id: string;
  readonly title: string;
  /** Who made the package, and when (ISO 8601). */
  readonly by: string;
  readonly at: string;
  /** Whether the workbook was not on this device before. */
  readonly isNew: boolean;
  readonly changes: PackageChanges;
  /** Whether the workbook was too large for a version of what it was before. */
  readonly tooLarge: boolean;
}

/** How much a package has changed. */
export interface PackageChanges {
  /** Cells, fields and titles. */
  readonly texts: number;
  readonly rowsAdded: number;
  readonly rowsDeleted: number;
  readonly sheetsAdded: number;
  readonly sheetsDeleted: number;
  readonly moved: number;
  /** Messages, answers and resolvings that are new or were deleted. */
  readonly comments: number;
  /** Steps of the review. */
  readonly reviewSteps: number;
  /** Places where both sides had written something else. */
  readonly conflicts: number;
}

/**
 * Why a package was not opened: what is wrong with the file, what the device cannot keep, or `read-only`
 * where the workbook came by a link that lets one only look at it.
 */
export type OpeningFault = PackageFault | StorageFault | 'read-only' | 'unreadable';

export type OpeningResult =
  | { readonly ok: true; readonly receipt: PackageReceipt }
  | { readonly ok: false; readonly fault: OpeningFault };

/**
 * Makes a package of a workbook, as this device keeps it, as a file named after it. Rejects with a
 * StorageError where the device cannot read all of it.
 */
export async function packageFile(cabinet: Cabinet, id: string, password: string): Promise<File> {
  const { id: device, name: by } = cabinet.profile;
  const stored = await openStored(id, { id: device, name: by });
  try {
    const read = savingOf(stored);
    if (read.state === 'failed') throw new StorageError(read.fault, null);
    const { title } = stored.document.workbook;
    const documents = packedDocuments(sharedOf(stored));
    const at = new Date().toISOString();
    const bytes = await writePackage({ workbook: id, title, by, at, documents }, password);
    return new File([bytes as Uint8Array<ArrayBuffer>], exportFileName(title, PACKAGE_ENDING));
  } finally {
    await closeStored(stored);
  }
}

/**
 * Merges a package into the workbook on this device, or brings the workbook onto it. A package that is
 * not whole changes nothing, and opening one twice changes nothing the second time.
 */
export async function openPackage(
  cabinet: Cabinet,
  file: File,
  password: string
): Promise<OpeningResult> {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { ok: false, fault: 'unreadable' };
  const read = await readPackage(new Uint8Array(bytes), password);
  if (!read.ok) return read;
  // One that was deleted long ago may be about to be removed for good.
  const letGo = await holdOpen(read.package.workbook);
  try {
    return await merge(cabinet, read.package);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  } finally {
    letGo();
  }
}

async function merge(cabinet: Cabinet, content: SyncPackage): Promise<OpeningResult> {
  const { workbook: id, title, by, at } = content;
  const { catalogue, profile } = cabinet;
  const entry = await catalogue.get(id);
  const role = entry?.sharing?.role ?? 'owner';
  if (role === 'view' || role === 'comment') return { ok: false, fault: 'read-only' };
  const author = { id: profile.id, name: profile.name };
  const stored = await openStored(id, author);
  const unread = savingOf(stored);
  if (unread.state === 'failed') {
    await closeStored(stored);
    return { ok: false, fault: unread.fault };
  }
  const { document } = stored;
  const moment = momentOf(stored);
  const before = moment.workbook;
  const known = new Set(document.conflicts.map(({ id }) => id));
  const list = new CommentList(stored.comments.doc);
  const heard = new Set(list.threads.flatMap(({ remarks }) => remarks));
  const taken = readReview(stored.comments.doc).steps.length;
  mergeDocuments(sharedOf(stored), content.documents);
  const after = document.workbook;
  const conflicts = document.conflicts.filter(({ id }) => !known.has(id)).length;
  const remarks = list.threads.flatMap((thread) => thread.remarks);
  const comments = remarks.filter((remark) => !heard.has(remark)).length;
  list.close();
  const newest = document.entries.at(-1);
  const { state: review, steps } = readReview(stored.comments.doc);
  const reviewSteps = steps.length - taken;
  const kept =
    entry && before !== after
      ? await keepMoment(stored, moment, { name: '', occasion: 'package' })
      : 'kept';
  const saved = await closeStored(stored);
  if (saved.state === 'failed') return { ok: false, fault: saved.fault };
  const changes = {
    ...countsOf(differencesBetween(before, after)),
    comments,
    reviewSteps,
    conflicts
  };
  const { check } = await import('#lib/rules/check.ts');
  const problems = check(after);
  const counts = countProblems(problems);
  if (entry) {
    await catalogue.change(id, ({ sharing, pending }) => ({
      deletedAt: '',
      ...listedContent(after),
      review,
      counts,
      ...(newest && before !== after && lastEdit(newest.by, newest.at)),
      // The server hears of it when the workbook is opened.
      pending: sharing && (before !== after || comments + reviewSteps > 0) ? pending + 1 : pending
    }));
  } else {
    const made = newEntry(after, counts, newest?.by ?? { id: '', name: by });
    await catalogue.put({ ...made, review });
  }
  await keepSummary(catalogue, after, problems);
  const tooLarge = kept === 'too-large';
  return { ok: true, receipt: { id, title, by, at, isNew: !entry, changes, tooLarge } };
}

function sharedOf({ sheets, comments, log }: StoredWorkbook): SharedDocuments {
  return { d: sheets.doc, c: comments.doc, h: log.doc };
}

function countsOf(
  differences: readonly Difference[]
): Omit<PackageChanges, 'comments' | 'reviewSteps' | 'conflicts'> {
  const count = (wanted: (one: Difference) => boolean) => differences.filter(wanted).length;
  const changed = (what: 'row' | 'sheet', how: 'added' | 'deleted' | 'moved') =>
    count((one) => one.kind === what && one.change === how);
  return {
    texts: count(({ kind }) => kind !== 'row' && kind !== 'sheet'),
    rowsAdded: changed('row', 'added'),
    rowsDeleted: changed('row', 'deleted'),
    sheetsAdded: changed('sheet', 'added'),
    sheetsDeleted: changed('sheet', 'deleted'),
    moved: changed('row', 'moved') + changed('sheet', 'moved')
  };
}
