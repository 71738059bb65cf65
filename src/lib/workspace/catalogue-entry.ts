import type { Author } from '#lib/model/author.ts';
import type { Counts } from '#lib/model/problem.ts';
import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import type { CatalogueEntry } from '#lib/storage/catalogue.ts';

export type { CatalogueEntry };

/** What the 文件柜 shows of a workbook's content. */
export function summaryOf(
  workbook: Workbook,
  counts: Counts
): Pick<CatalogueEntry, 'title' | 'unit' | 'year' | 'projects' | 'counts'> {
  const projects = workbook.sheets.filter(({ kind }) => kind === 'project');
  return {
    title: workbook.title,
    unit: unitOf(workbook),
    year: workbook.year,
    projects: projects.length,
    counts
  };
}

/** The unit as its tables print it, with how many units there are where there is more than one. */
function unitOf(workbook: Workbook): string {
  const units = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    const code = fieldText(sheet, 'unitCode');
    const name = fieldText(sheet, 'unitName');
    if (code !== '' || name !== '') units.set(code, `${code} ${name}`.trim());
  }
  const [first] = units.values();
  if (first === undefined) return workbook.department;
  return units.size === 1 ? first : `${first} 等 ${units.size} 个单位`;
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
    ...summaryOf(workbook, counts),
    createdAt: now,
    ...lastEdit(by, now),
    deletedAt: '',
    sharing: null,
    ownerKey: '',
    pending: 0,
    syncedAt: ''
  };
}
