import { cellText, type Row, type Sheet } from './workbook.ts';

/** Rows that come to stand together after a row of a sheet; first in it where `after` is null. */
export interface RowPlace {
  readonly after: string | null;
  readonly rows: readonly Row[];
}

/**
 * Where rows from elsewhere are put into a project sheet: below the last one of their second level, or
 * else of their first, so that the merged first level stays one; at the end where the sheet has neither.
 * A row without levels goes with the one before it. The order of the rows is kept at each place, and
 * rows that the sheet has already are no places to go to.
 */
export function rowPlaces(sheet: Sheet, rows: readonly Row[]): readonly RowPlace[] {
  const coming = new Set(rows.map(({ id }) => id));
  const standing = sheet.rows.filter(({ id }) => !coming.has(id));
  const last = standing.at(-1)?.id ?? null;
  const ends = new Map<string, string>();
  for (const row of standing) {
    ends.set(firstLevel(row), row.id);
    ends.set(bothLevels(row), row.id);
  }
  const places = new Map<string | null, Row[]>();
  let after = last;
  for (const row of rows) {
    if (cellText(row, 'level1') !== '') {
      after = ends.get(bothLevels(row)) ?? ends.get(firstLevel(row)) ?? last;
    }
    const place = places.get(after);
    if (place) place.push(row);
    else places.set(after, [row]);
  }
  return [...places].map(([after, rows]) => ({ after, rows }));
}

function firstLevel(row: Row): string {
  return JSON.stringify([cellText(row, 'level1').trim()]);
}

function bothLevels(row: Row): string {
  return JSON.stringify([cellText(row, 'level1').trim(), cellText(row, 'level2').trim()]);
}
