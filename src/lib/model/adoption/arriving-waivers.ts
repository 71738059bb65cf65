import type { Change } from '../edit.ts';
import type { IdSource } from '../ids.ts';
import { subjectOf } from '../waiver.ts';
import type { Sheet, Waiver, Workbook } from '../workbook.ts';

/**
 * The waivers of an imported sheet for the sheet that is added in its place, whose rows are the same
 * under other ids. They get new ids too: one that was taken back is still remembered under its old one.
 */
export function waiversFor(
  added: Sheet,
  imported: Sheet,
  { waivers }: Workbook,
  ids: IdSource
): Waiver[] {
  const rows = new Map(imported.rows.map(({ id }, index) => [id, added.rows[index]!.id]));
  return readdressed(
    waivers.filter(({ place }) => place.sheet === imported.id),
    added.id,
    rows
  ).map((waiver) => ({ ...waiver, id: ids() }));
}

/** Waivers for another sheet, whose rows have other ids; those of rows that it does not have are left out. */
export function readdressed(
  waivers: readonly Waiver[],
  sheet: string,
  rows: ReadonlyMap<string, string>
): Waiver[] {
  return waivers.flatMap((waiver) => {
    const { row, ...place } = waiver.place;
    if (row === undefined) return [{ ...waiver, place: { ...place, sheet } }];
    const known = rows.get(row);
    return known === undefined ? [] : [{ ...waiver, place: { ...place, sheet, row: known } }];
  });
}

/** The changes that bring waivers into a workbook, except those that accept what is accepted there. */
export function waivingChanges(open: Workbook, waivers: readonly Waiver[]): Change[] {
  const known = new Set(open.waivers.map(acceptanceOf));
  return waivers
    .filter((waiver) => !known.has(acceptanceOf(waiver)))
    .map((waiver) => ({ do: 'waive', waiver }));
}

function acceptanceOf(waiver: Waiver): string {
  return `${subjectOf(waiver)} ${waiver.was}`;
}
