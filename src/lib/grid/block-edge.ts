/**
 * Where Ctrl and an arrow lead in a row or column of cells, as in Excel: to the last filled cell of a
 * block, from its end or a gap to the next filled cell, and where there is none, to the last cell.
 *
 * @param filled whether the cell at a place holds something
 * @param from the place where it begins
 * @param last the highest place there is
 * @param step more than 0 towards the last place, less towards the first one
 */
export function blockEdge(
  filled: (at: number) => boolean,
  from: number,
  last: number,
  step: number
): number {
  const end = step > 0 ? last : 0;
  if (from === end) return end;
  let at = from + step;
  const within = filled(from) && filled(at);
  while (at !== end && filled(at + (within ? step : 0)) === within) at += step;
  return at;
}
