import type { Edit } from '#lib/model/edit.ts';
import { editOfMove } from './gestures.ts';
import { idsOf, type Line } from './lines.ts';

/** A step of some lines, and the line that the first of them then is. */
export interface Step {
  readonly edit: Edit;
  readonly to: number;
}

/**
 * The edit that moves lines which stand together up or down by one. At the border of two sheets the step
 * leads over it: the lines stay where they are on screen, and belong to the other sheet. Null at the end.
 */
export function stepOf(
  lines: readonly Line[],
  first: number,
  last: number,
  by: 1 | -1
): Step | null {
  const neighbour = by > 0 ? lines[last + 1] : lines[first - 1];
  const edge = by > 0 ? lines[last] : lines[first];
  if (!neighbour || !edge) return null;
  const chosen = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (neighbour.sheet === edge.sheet) {
    return { edit: editOfMove(lines, chosen, first + by), to: first + by };
  }
  const rows = idsOf(lines.slice(first, last + 1));
  const after = by > 0 ? null : neighbour.row.id;
  const label = rows.length === 1 ? '移动一行' : `移动 ${rows.length} 行`;
  return {
    edit: { label, changes: [{ do: 'move', rows, sheet: neighbour.sheet, after }] },
    to: first
  };
}
