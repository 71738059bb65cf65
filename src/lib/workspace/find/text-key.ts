import type { Place } from '#lib/model/workbook.ts';
import type { MatchedProperty } from './search.ts';

/** What of a sheet can be searched beside its cells: its fields by their ids, its title and its note. */
export type SheetPart = { readonly field: string } | { readonly property: 'title' | 'note' };

/** How a text of a workbook is called in the map of what was found; a cell as in the marks of a grid. */
export function textKey({
  place,
  property
}: {
  readonly place: Place;
  readonly property: MatchedProperty | null;
}): string {
  const { sheet = '', row, column = '', field = '' } = place;
  if (property === 'title' || property === 'note') return partKey(sheet, { property });
  // In 项目总表 it is a cell like the others.
  if (property === 'number') return partKey(sheet, { field: 'number' });
  return row === undefined ? partKey(sheet, { field }) : `${row}/${column}`;
}

/** How a part of a sheet is called there. No field has a name that begins with a low line. */
export function partKey(sheet: string, part: SheetPart): string {
  return 'field' in part ? `${sheet}/${part.field}` : `${sheet}/_${part.property}`;
}
