import type { Cell } from './selection.ts';

/** What is selected: the corner where it began, the one that moves, and the cell that is typed into. */
export interface Selected {
  readonly from: Cell;
  readonly to: Cell;
  readonly cell: Cell;
}

/**
 * What is selected after rows have come, gone and moved: the row that is typed into, wherever it is
 * now, with those of the other selected rows that still stand next to it. Rows put in between belong
 * to it, rows that were outside do not. Where the row is gone, the nearest selected one takes its
 * place, and where all are, the one that follows.
 *
 * @param before the ids of the rows, in order; `after` likewise
 * @returns null where no row is left
 */
export function keptSelection(
  before: readonly string[],
  after: readonly string[],
  { from, to, cell }: Selected
): Selected | null {
  if (after.length === 0) return null;
  const places = new Map(after.map((id, place) => [id, place]));
  const first = Math.min(from.line, to.line);
  const last = Math.max(from.line, to.line);
  const chosen = new Set(before.slice(first, last + 1));
  const line = nearest(before, places, cell.line, first, last);
  let top = line ?? follower(before, places, first);
  let bottom = top;
  if (line !== null) {
    const known = new Set(before);
    const reach = (step: 1 | -1) => {
      let end = line;
      for (let at = line + step; at >= 0 && at < after.length; at += step) {
        if (chosen.has(after[at]!)) end = at;
        else if (known.has(after[at]!)) break;
      }
      return end;
    };
    top = reach(-1);
    bottom = reach(1);
  }
  // A whole column stays whole.
  if (before.length > 1 && chosen.size === before.length) [top, bottom] = [0, after.length - 1];
  const downwards = from.line <= to.line;
  return {
    from: { ...from, line: downwards ? top : bottom },
    to: { ...to, line: downwards ? bottom : top },
    cell: { ...cell, line: line ?? top }
  };
}

/** The present place of the row that stood in a line, or of the nearest one within bounds. */
function nearest(
  before: readonly string[],
  places: ReadonlyMap<string, number>,
  line: number,
  first: number,
  last: number
): number | null {
  for (let far = 0; far <= last - first; far++) {
    for (const at of [line + far, line - far]) {
      const place = at < first || at > last ? undefined : places.get(before[at]!);
      if (place !== undefined) return place;
    }
  }
  return null;
}

/** The place that comes after the nearest row above a line, or the last one. */
function follower(
  before: readonly string[],
  places: ReadonlyMap<string, number>,
  line: number
): number {
  let above = line - 1;
  while (above >= 0 && !places.has(before[above]!)) above--;
  const place = above < 0 ? 0 : places.get(before[above]!)! + 1;
  return Math.min(place, places.size - 1);
}
