import type { Change } from '../edit.ts';
import { cellText, fieldText, type Row, type Sheet } from '../workbook.ts';
import { fieldsOfBoth, sameColumns } from './comparison.ts';
import { matchRows } from './matching-rows.ts';

/**
 * The changes that give an open sheet the texts of an incoming one. Its id, its number and its place
 * stay, and so do the ids of the rows that both have: their history and waivers live on.
 * @param newIds the ids for the rows of `incoming` that the open sheet lacks, in the order of its rows
 */
export function replacementChanges(
  open: Sheet,
  incoming: Sheet,
  newIds: readonly string[]
): Change[] {
  const { columns } = incoming;
  return [
    ...propertyChanges(open, incoming),
    ...(sameColumns(open, incoming) ? [] : [{ do: 'columns', sheet: open.id, columns } as const]),
    ...rowChanges(open, incoming, newIds)
  ];
}

function propertyChanges(open: Sheet, incoming: Sheet): Change[] {
  const properties = (['title', 'note', 'form'] as const).map((property) => ({
    was: open[property],
    change: { do: 'sheet', sheet: open.id, property, text: incoming[property] } as const
  }));
  const fields = fieldsOfBoth(open, incoming).map((field) => ({
    was: fieldText(open, field),
    change: { do: 'field', sheet: open.id, field, text: fieldText(incoming, field) } as const
  }));
  return [...properties, ...fields]
    .filter(({ was, change }) => was !== change.text)
    .map(({ change }) => change);
}

function rowChanges(open: Sheet, incoming: Sheet, newIds: readonly string[]): Change[] {
  const matching = matchRows(open, incoming);
  const kept = new Set(matching.values());
  const gone = open.rows.filter((row) => !kept.has(row)).map(({ id }) => id);
  const changes: Change[] = gone.length > 0 ? [{ do: 'delete', rows: gone }] : [];
  const order = open.rows.filter((row) => kept.has(row)).map(({ id }) => id);
  let after: string | null = null;
  incoming.rows.forEach((row, index) => {
    const found = matching.get(row);
    const id = found?.id ?? newIds[index]!;
    if (!found) {
      changes.push({ do: 'insert', sheet: open.id, after, rows: [{ id, cells: row.cells }] });
      order.splice(index, 0, id);
    } else {
      if (order[index] !== id) {
        changes.push({ do: 'move', rows: [id], sheet: open.id, after });
        order.splice(order.indexOf(id), 1);
        order.splice(index, 0, id);
      }
      changes.push(...cellChanges(incoming, found, row));
    }
    after = id;
  });
  return changes;
}

function cellChanges({ columns }: Sheet, open: Row, incoming: Row): Change[] {
  return columns.flatMap(({ id }): Change[] => {
    const text = cellText(incoming, id);
    return cellText(open, id) === text ? [] : [{ do: 'cell', row: open.id, column: id, text }];
  });
}
