import { ofColumn, type GridView } from '#lib/model/grid-view.ts';
import { filterText, passesOf } from './column-filter.ts';
import { isCodeColumn, type GridColumn } from './columns.ts';
import { shownText, type Line } from './lines.ts';
import { sortRanks } from './sort-rank.ts';

/** A text of a column, '' for blank cells, and how many rows have it. */
export interface FilterValue {
  readonly text: string;
  readonly count: number;
}

/**
 * The texts that a column can be filtered by, sorted upwards, blank ones last: those of the rows that
 * pass the filters of all other columns.
 */
export function filterValues(
  lines: readonly Line[],
  filters: GridView['filters'],
  columns: readonly GridColumn[],
  column: GridColumn
): readonly FilterValue[] {
  const others = columns.flatMap(({ id }) => {
    const filter = id === column.id ? undefined : ofColumn(filters, id);
    return filter ? [{ id, passes: passesOf(filter) }] : [];
  });
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (!others.every(({ id, passes }) => passes(shownText(line, id)))) continue;
    const text = filterText(shownText(line, column.id));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const ranks = sortRanks(counts.keys(), { codes: isCodeColumn(column) });
  const rankOf = (text: string) => ranks.get(text) ?? ranks.size;
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => rankOf(a.text) - rankOf(b.text));
}
