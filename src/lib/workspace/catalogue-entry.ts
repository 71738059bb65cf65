import type { Author } from '#lib/model/author.ts';
import { countProblems, type Counts, type Problem } from '#lib/model/problem.ts';
import { unitName } from '#lib/model/unit-name.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { LogEntry } from '#lib/document/log.ts';
import type { ReviewState } from '#lib/model/review.ts';
import type { CatalogueEntry } from '#lib/storage/catalogue.ts';
import type { SyncStatus } from '#lib/sync/connection.ts';

export type { CatalogueEntry };

/** What the 文件柜 shows of a workbook's content, whatever its problems are. */
export function listedContent(
  workbook: Workbook
): Pick<CatalogueEntry, 'title' | 'unit' | 'year' | 'projects'> {
  const projects = workbook.sheets.filter(({ kind }) => kind === 'project');
  return {
    title: workbook.title,
    unit: unitName(workbook),
    year: workbook.year,
    projects: projects.length
  };
}

/** Who edited last, and when: no later than now, whatever the clock of the author's device says. */
export function lastEdit(
  { id, name }: Author,
  at: string
): Pick<CatalogueEntry, 'editedAt' | 'editedBy' | 'editorId'> {
  const now = new Date().toISOString();
  return { editedAt: at < now ? at : now, editedBy: name, editorId: id };
}

/** The entry of a workbook that has just come onto this device. */
export function newEntry(workbook: Workbook, counts: Counts, by: Author): CatalogueEntry {
  const now = new Date().toISOString();
  return {
    id: workbook.id,
    ...listedContent(workbook),
    counts,
    createdAt: now,
    ...lastEdit(by, now),
    deletedAt: '',
    sharing: null,
    ownerKey: '',
    pending: 0,
    syncedAt: ''
  };
}

/** What is known of an open workbook. */
export interface Known {
  readonly workbook: Workbook;
  /** Null while nothing was checked. */
  readonly problems: readonly Problem[] | null;
  /** Null while the workbook is not shared. */
  readonly sync: SyncStatus | null;
  readonly newest: LogEntry | undefined;
  readonly review: ReviewState;
}

/** What the 文件柜 shows of an open workbook. */
export function listedOf(known: Known): Partial<CatalogueEntry> {
  const { workbook, problems, sync, newest, review } = known;
  const syncedAt = sync?.syncedAt?.toISOString();
  return {
    ...listedContent(workbook),
    review,
    ...(problems && { counts: countProblems(problems) }),
    ...(!sync?.unsure && { pending: sync?.pending ?? 0 }),
    ...(syncedAt !== undefined && { syncedAt }),
    ...(newest && lastEdit(newest.by, newest.at))
  };
}
