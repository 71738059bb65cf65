import type { GridColumn } from './columns.ts';
import type { CommentMark } from './comment-marks.ts';
import { cellKey, type Mark } from './marks.ts';
import type { TableData } from './table-options.ts';

/** The first and the last row that are painted. */
export interface PaintedRows {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether what is painted of a table looks otherwise with other data, which has lines of the same rows in the
 * same order. Lines and marks are compared by identity, of the painted rows alone.
 */
export function looksOtherwise(
  before: TableData,
  after: TableData,
  columns: readonly GridColumn[],
  { first, last }: PaintedRows
): boolean {
  const whole =
    before.peers !== after.peers ||
    before.found !== after.found ||
    before.headings !== after.headings;
  if (whole) return true;
  // A cell of the first level is open below where the next line continues it.
  for (let at = first; at <= last + 1; at++) if (before.lines[at] !== after.lines[at]) return true;
  return after.lines.slice(first, last + 1).some(({ row }) =>
    columns.some(({ id }) => {
      const key = cellKey(row.id, id);
      return (
        !sameMark(before.marks.get(key), after.marks.get(key)) ||
        !sameComments(before.comments.get(key), after.comments.get(key))
      );
    })
  );
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  return sameItems(one?.problems ?? [], other?.problems ?? []);
}

function sameComments(one: CommentMark | undefined, other: CommentMark | undefined): boolean {
  return sameItems(one?.said ?? [], other?.said ?? []);
}

function sameItems<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((item, at) => item === others[at]);
}
