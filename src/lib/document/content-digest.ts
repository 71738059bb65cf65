import { digestOf } from '#lib/model/digest.ts';
import type { Row, Sheet } from '#lib/model/workbook.ts';

/** A digest of the texts of a row, the same on every device; empty for no row. */
export function digestOfRow(row: Row | null): string {
  return row ? digestOf(JSON.stringify(textsOf(row.cells)), 7) : '';
}

/** A digest of all that stands in a sheet, the same on every device; empty for no sheet. */
export function digestOfSheet(sheet: Sheet | null): string {
  if (!sheet) return '';
  const { title, number, note, form, columns, fields, rows } = sheet;
  const own = [title, number, note, form, columns.map(({ id, title }) => [id, title])];
  return digestOf(
    JSON.stringify([own, textsOf(fields), rows.map(({ id, cells }) => [id, textsOf(cells)])]),
    7
  );
}

/** In the order of their names: that of the shared map is another on each device. An empty text is none. */
function textsOf(texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(texts)
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
