import { CELL_DIGEST_LENGTH, digestOf } from '#lib/model/digest.ts';
import { columnsOf } from '#lib/model/fields.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';

type Texts = readonly string[];

/**
 * Whether the first row of a table still names its columns: its titles are those of the form, or at least
 * no row of the sheet has moved up to their place since they were deleted.
 * @param rows for each row, the first among them, a text for each column
 */
export function hasTitles([first, ...below]: readonly Texts[], carried: CarriedSheet): boolean {
  if (!first) return false;
  if (first[0] === formTitles(carried)[0]) return true;
  const digests = first.map((text) => digestOf(text, CELL_DIGEST_LENGTH));
  const filled = [...first.keys()].filter((column) => first[column] !== '');
  const isLike = (digestAt: (column: number) => string | undefined) =>
    filled.filter((column) => digestAt(column) === digests[column]).length * 2 > filled.length;
  const before = carried.rows.filter(([, row]) =>
    isLike((column) => row.slice(column * CELL_DIGEST_LENGTH, (column + 1) * CELL_DIGEST_LENGTH))
  ).length;
  const now = below.filter((row) =>
    isLike((column) => digestOf(row[column] ?? '', CELL_DIGEST_LENGTH))
  ).length;
  // Titles that read like a row stand above all rows there were; a row takes the place of one of them.
  return now >= before;
}

/** The titles that columns have where the file names them no more; one without any is named by its id. */
export function formTitles({ kind, columns }: CarriedSheet): string[] {
  const known = new Map(columnsOf(kind).map(({ id, title }) => [id, title]));
  return columns.map(({ id, title }) => title ?? known.get(id) ?? id);
}
