import type { GridColumn } from '#lib/grid/columns.ts';
import { commentMarksOf, type CommentMark } from '#lib/grid/comment-marks.ts';
import type { GridLens } from '#lib/grid/lens.ts';
import { cellKey, type PeerMark } from '#lib/grid/marks.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { placeOfPeer } from '#lib/workspace/peer-place.ts';

/** What the cells of a grid show of the open comments. */
export function commentsIn(
  { comments }: OpenWorkbook,
  columns: readonly GridColumn[],
  lens: GridLens
): ReadonlyMap<string, CommentMark> {
  const threads = comments.open.flatMap((thread) => {
    const place = lens.cell(thread.place);
    return place ? [{ ...thread, place }] : [];
  });
  return commentMarksOf(threads, columns);
}

/** The cells of a grid that colleagues are in. */
export function peersIn(opened: OpenWorkbook, lens: GridLens): ReadonlyMap<string, PeerMark> {
  const marks = new Map<string, PeerMark>();
  for (const peer of opened.connection.peers) {
    const { name, colour } = peer;
    const { row, column } = lens.cell(placeOfPeer(peer) ?? {}) ?? {};
    if (row !== undefined && column !== undefined)
      marks.set(cellKey(row, column), { name, colour });
  }
  return marks;
}
