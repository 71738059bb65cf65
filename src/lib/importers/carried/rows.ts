import { alignRows } from '#lib/model/align-rows.ts';
import { ABSENT_DIGEST, CELL_DIGEST_LENGTH, digestOf } from '#lib/model/digest.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { CarriedRow } from '#lib/model/skeleton.ts';
import type { Column, Row } from '#lib/model/workbook.ts';

/**
 * The rows of a sheet with the ids they had, however they were changed by hand; new rows get new ids.
 * @param texts for each row a text for each column
 */
export function restoreRows(
  carried: readonly CarriedRow[],
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  ids: IdSource
): Row[] {
  const digests = texts.map((row) =>
    columns.map((_, index) => digestOf(row[index] ?? '', CELL_DIGEST_LENGTH)).join('')
  );
  const known = alignRows(carried, digests);
  return texts.map((row, index) => {
    const before = known[index] ?? null;
    const cells = columns.flatMap(({ id }, column) => {
      const text = row[column] ?? '';
      return text === '' && before !== null && wasAbsent(before, column)
        ? []
        : [[id, text] as const];
    });
    return { id: before?.[0] ?? ids(), cells: Object.fromEntries(cells) };
  });
}

/** Whether the row had no cell in a column, which is printed like an empty one. */
function wasAbsent([, digests]: CarriedRow, column: number): boolean {
  return digests.startsWith(ABSENT_DIGEST, column * CELL_DIGEST_LENGTH);
}
