import type { Sheet, SheetKind } from '../workbook.ts';

/** The order in which a paper has its kinds of sheet. */
const ORDER: readonly SheetKind[] = ['text', 'brief', 'project', 'disclosure', 'free'];

/**
 * The id of the sheet that a new one is put behind, so that it stands with its like: prose behind the
 * prose under the same headings, projects behind the last project. Null where it comes first.
 */
export function placeFor(sheets: readonly Sheet[], sheet: Sheet): string | null {
  const like = sheet.kind === 'text' ? lastProse(sheets, sheet) : lastOfKind(sheets, sheet.kind);
  if (like) return like.id;
  const rank = ORDER.indexOf(sheet.kind);
  return sheets.filter(({ kind }) => ORDER.indexOf(kind) < rank).at(-1)?.id ?? null;
}

function lastOfKind(sheets: readonly Sheet[], wanted: SheetKind): Sheet | undefined {
  return sheets.filter(({ kind }) => kind === wanted).at(-1);
}

/** The last prose that shares most headings; without any, the last of part one. */
function lastProse(sheets: readonly Sheet[], sheet: Sheet): Sheet | undefined {
  let best: { readonly sheet: Sheet; readonly shared: number } | null = null;
  for (const candidate of sheets) {
    if (candidate.kind !== 'text') continue;
    const shared = sharedHeadings(candidate.path, sheet.path);
    if (shared > 0 && shared >= (best?.shared ?? 0)) best = { sheet: candidate, shared };
  }
  if (best) return best.sheet;
  const firstTable = sheets.findIndex(({ kind }) => kind !== 'text');
  return lastOfKind(firstTable < 0 ? sheets : sheets.slice(0, firstTable), 'text');
}

function sharedHeadings(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((heading, index) => heading !== other[index]);
  return differs < 0 ? one.length : differs;
}
