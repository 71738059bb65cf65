import { cellText, type Row, type Sheet, type SheetKind } from '../workbook.ts';

/** The rows of a sheet that are the same rows as those of another, by the rows of the other. */
export type MatchingRows = ReadonlyMap<Row, Row>;

/**
 * Which row of an open sheet each row of an incoming one is: by its id where the file carries ids, by
 * equal cells, or by the columns that name a row. Each open row is matched once at most.
 */
export function matchRows(open: Sheet, incoming: Sheet): MatchingRows {
  const matched = new Map<Row, Row>();
  const free = new Set(open.rows);
  const columns = incoming.columns.map(({ id }) => id);
  const passes: readonly ((row: Row) => string)[] = [
    ({ id }) => id,
    (row) => JSON.stringify(textsOf(row, columns)),
    ...namingColumns(incoming.kind, columns).map((naming) => (row: Row) => nameOf(row, naming))
  ];
  for (const keyOf of passes) {
    const waiting = new Map<string, Row[]>();
    for (const row of free) {
      const same = waiting.get(keyOf(row));
      if (same) same.push(row);
      else waiting.set(keyOf(row), [row]);
    }
    for (const row of incoming.rows) {
      const key = keyOf(row);
      if (key === '' || matched.has(row)) continue;
      const found = waiting.get(key)?.shift();
      if (!found) continue;
      matched.set(row, found);
      free.delete(found);
    }
  }
  return matched;
}

/** The columns that tell one row from another, the most telling first. */
function namingColumns(kind: SheetKind, columns: readonly string[]): readonly string[][] {
  if (kind === 'project') return [['level2', 'level3'], ['level3']];
  return columns.length > 2 ? [columns.slice(0, 2), columns.slice(0, 1)] : [columns.slice(0, 1)];
}

/** The texts of some columns as one name; empty where they are all empty. */
function nameOf(row: Row, columns: readonly string[]): string {
  const texts = textsOf(row, columns);
  return texts.every((text) => text === '') ? '' : JSON.stringify(texts);
}

function textsOf(row: Row, columns: readonly string[]): string[] {
  return columns.map((column) => cellText(row, column));
}
