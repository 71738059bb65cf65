import { fieldsOf } from '#lib/model/fields.ts';
import { COVER_FIELDS } from '#lib/model/own-field.ts';
import type { Place, Workbook } from '#lib/model/workbook.ts';
import type { Match } from './search.ts';

/** A match, or a place that somebody is in. */
export type Where = Match | { readonly place: Place; readonly property: null };

/** Where something stands in a workbook, for comparing: sheet, part of it, line, column, character. */
export type Position = readonly number[];

/** The cover stands before the first sheet. */
const COVER = -1;

/** Parts of a sheet, from top to bottom. */
const PARTS = { title: 0, fields: 1, rows: 2, note: 3 } as const;

/** Tells where places of a workbook stand, before or after each other, in the order of a search. */
export function positionsIn(workbook: Workbook): (where: Where) => Position {
  const sheets = new Map(workbook.sheets.map((sheet, at) => [sheet.id, { sheet, at }]));
  const lines = new Map(
    workbook.sheets.flatMap(({ rows }) => rows.map(({ id }, at) => [id, at] as const))
  );
  return (where) => {
    const { place, property } = where;
    const passage = 'ranges' in where ? (where.ranges[0]?.[0] ?? 0) : 0;
    if (place.sheet === undefined && place.field !== undefined) {
      const line = COVER_FIELDS.findIndex((field) => field === place.field);
      return [COVER, PARTS.fields, line, 0, passage];
    }
    const found = sheets.get(place.sheet ?? '');
    if (!found) return [];
    const { sheet, at } = found;
    if (property === 'note') return [at, PARTS.note, 0, 0, passage];
    if (place.row !== undefined) {
      const across = sheet.columns.findIndex(({ id }) => id === place.column);
      return [at, PARTS.rows, lines.get(place.row) ?? 0, across, 0];
    }
    if (place.field === undefined) return [at, PARTS.title];
    const field = fieldsOf(sheet.kind).findIndex(({ id }) => id === place.field);
    return [at, PARTS.fields, field, 0, passage];
  };
}

/** Below zero where the first stands before the second. A part stands before what is in it. */
export function comparePositions(one: Position, other: Position): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
