import { seenOf, snapshotOf, type Snapshot } from '#lib/document/review-list.ts';
import { LARGEST_VERSION } from '#lib/document/versions.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { StoredWorkbook } from '../documents.ts';

/** Loaded when a workbook is first submitted or approved, or compared with that. */
const packing = () => import('../history/packed-workbook.ts');

/** What a workbook is at this moment, packed; null where it is larger than a version may be. */
export async function snapshotNow({ document, sheets }: StoredWorkbook): Promise<Snapshot | null> {
  const { workbook } = document;
  const seen = seenOf(sheets.doc);
  const { packWorkbook } = await packing();
  const content = await packWorkbook(workbook);
  return content.length > LARGEST_VERSION ? null : { content, seen };
}

/** The workbook that a snapshot holds; null where it cannot be read. */
export async function workbookIn({ content }: Snapshot): Promise<Workbook | null> {
  const { unpackWorkbook } = await packing();
  return unpackWorkbook(content);
}

/** The workbook as it was at a step; null where that is gone or cannot be read. */
export async function workbookAt(stored: StoredWorkbook, step: string): Promise<Workbook | null> {
  const snapshot = snapshotOf(stored.comments.doc, step);
  const workbook = snapshot && (await workbookIn(snapshot));
  return workbook && { ...workbook, id: stored.document.workbook.id };
}
