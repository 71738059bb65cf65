/** Rows that a grid must take out or put in; `at` counts in the state after the operations before it. */
export type RowOperation =
  | { readonly do: 'remove'; readonly at: number; readonly count: number }
  | { readonly do: 'insert'; readonly at: number; readonly count: number };

/**
 * The operations that turn one list of ids into another. What has moved is taken out and put in
 * again; the longest run of ids that keep their order stays where it is.
 */
export function rowOperations(
  before: readonly string[],
  after: readonly string[]
): readonly RowOperation[] {
  const staying = new Set(inOrder(before, after));
  const operations: RowOperation[] = [];
  let at = before.length;
  while (at > 0) {
    const end = at;
    while (at > 0 && !staying.has(before[at - 1]!)) at--;
    if (end > at) operations.push({ do: 'remove', at, count: end - at });
    else at--;
  }
  at = 0;
  while (at < after.length) {
    const start = at;
    while (at < after.length && !staying.has(after[at]!)) at++;
    if (at > start) operations.push({ do: 'insert', at: start, count: at - start });
    else at++;
  }
  return operations;
}

/** The longest run of ids of `after` that stand in the same order in `before` (patience sorting). */
function inOrder(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((id, place) => [id, place]));
  const common = after.filter((id) => places.has(id));
  const tails: number[] = [];
  const previous: number[] = [];
  common.forEach((id, index) => {
    const place = places.get(id)!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(common[tails[middle]!]!)! < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const run: string[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!)
    run.push(common[index]!);
  return run.reverse();
}
