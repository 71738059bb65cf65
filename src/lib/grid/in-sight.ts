import type { GridColumn } from './columns.ts';
import type { CommentMark } from './comment-marks.ts';
import type { Line } from './lines.ts';
import { cellKey, type Mark, type PeerMark, type RowMarks } from './marks.ts';
import type { TableData } from './table-options.ts';

const NONE: RowMarks = new Map();

/** The first and the last row that are painted. */
export interface PaintedRows {
  readonly first: number;
  readonly last: number;
}

/**
 * The painted rows of a table that look otherwise with other data, which has lines of the same rows in the
 * same order; null where more than rows does. Lines and marks are compared by identity, of the painted rows
 * alone.
 */
export function rowsOtherwise(
  before: TableData,
  after: TableData,
  columns: readonly GridColumn[],
  { first, last }: PaintedRows
): readonly number[] | null {
  if (before.found !== after.found || before.headings !== after.headings) return null;
  const isOther = (at: number) => before.lines[at] !== after.lines[at];
  const marksDiffer = ({ sheet, row }: Line) =>
    !sameMarks(before.marks.get(sheet)?.get(row.id), after.marks.get(sheet)?.get(row.id)) ||
    columns.some(({ id }) => {
      const key = cellKey(row.id, id);
      return (
        !sameComments(before.comments.get(key), after.comments.get(key)) ||
        !samePeer(before.peers.get(key), after.peers.get(key))
      );
    });
  const rows: number[] = [];
  for (let at = first; at <= last; at++) {
    const line = after.lines[at];
    // Beside sorted or filtered rows there are other numbers when rows out of sight come and go.
    if (line?.number !== before.lines[at]?.number) return null;
    // A cell of the first level is open below where the next line continues it.
    if (line && (isOther(at) || isOther(at + 1) || marksDiffer(line))) rows.push(at);
  }
  return rows;
}

function sameMarks(one: RowMarks = NONE, other: RowMarks = NONE): boolean {
  if (one === other) return true;
  return one.size === other.size && [...one].every(([id, mark]) => sameMark(mark, other.get(id)));
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  return sameItems(one?.problems ?? [], other?.problems ?? []);
}

function sameComments(one: CommentMark | undefined, other: CommentMark | undefined): boolean {
  return sameItems(one?.said ?? [], other?.said ?? []);
}

function samePeer(one: PeerMark | undefined, other: PeerMark | undefined): boolean {
  return one?.name === other?.name && one?.colour === other?.colour;
}

function sameItems<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((item, at) => item === others[at]);
}
