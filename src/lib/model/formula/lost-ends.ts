import type { Column } from '../workbook.ts';
import {
  boundPieces,
  boundText,
  type BoundCells,
  type BoundEnd,
  type BoundPiece
} from './bound.ts';
import type { Places } from './places.ts';
import { BROKEN } from './show.ts';

/**
 * A bound formula after columns of a sheet were taken out: ranges end at the next column within them, and a
 * cell in one of them is `#REF!` for good, since a new column may get the same id. The same text where
 * it refers to none of them.
 * @param places before the columns were taken out
 */
export function withoutColumns(
  bound: string,
  sheet: string,
  left: readonly Column[],
  places: Places
): string {
  const before = places.columnsOf(sheet).map(({ id }) => id);
  const kept = new Set(left.map(({ id }) => id));
  const lost = new Set(before.filter((id) => !kept.has(id)));
  if (lost.size === 0) return bound;
  return withoutEnds(bound, 'column', lost, (piece) =>
    sheetOf(piece, places) === sheet ? before : []
  );
}

/**
 * A bound formula of a plain workbook, which forgets where deleted rows stood, after rows were deleted:
 * ranges end at the next row within them.
 * @param places before the rows were deleted
 */
export function withoutRows(bound: string, gone: ReadonlySet<string>, places: Places): string {
  return withoutEnds(bound, 'row', gone, (piece) => {
    const sheet = sheetOf(piece, places);
    return piece.to && sheet !== null ? places.rowsOf(sheet).map(({ id }) => id) : [];
  });
}

/** `orderIn` says which ids stand in which order where a reference leads; none where it is not concerned. */
function withoutEnds(
  bound: string,
  part: 'row' | 'column',
  lost: ReadonlySet<string>,
  orderIn: (piece: BoundCells) => readonly string[]
): string {
  const isLost = (end: BoundEnd | null) => {
    const id = end?.[part];
    return typeof id === 'string' && lost.has(id);
  };
  let changed = false;
  const pieces = boundPieces(bound).map((piece): BoundPiece => {
    if (typeof piece === 'string' || 'field' in piece) return piece;
    const { from, to } = piece;
    if (!isLost(from) && !isLost(to)) return piece;
    const order = orderIn(piece);
    if (order.length === 0) return piece;
    changed = true;
    const ends = [from, to ?? from].map((end) => order.indexOf(String(end[part])));
    if (!to || ends.includes(-1)) return BROKEN;
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const staying = order.slice(low, high + 1).filter((id) => !lost.has(id));
    if (staying.length === 0) return BROKEN;
    const sorted = ends[0]! <= ends[1]! ? staying : staying.slice().reverse();
    return {
      ...piece,
      from: { ...from, [part]: sorted[0] },
      to: { ...to, [part]: sorted.at(-1) }
    };
  });
  return changed ? boundText(pieces) : bound;
}

function sheetOf({ sheet, from }: BoundCells, places: Places): string | null {
  return typeof from.row === 'string' ? (places.standingOf(from.row)?.sheet ?? null) : sheet;
}
