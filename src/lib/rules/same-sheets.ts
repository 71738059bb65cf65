import type { Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';

/** Two sheets that have something in common, in their order. */
export type Pair = readonly [earlier: Sheet, later: Sheet];

/** All pairs of a few equal sheets are worth showing; of more, only those with the first. */
const FEW = 8;

/** The pairs of sheets of which `keyOf` gives the same text; an empty text equals no other. */
export function pairsOfSame(
  sheets: readonly Sheet[],
  keyOf: (sheet: Sheet) => string
): readonly Pair[] {
  if (sheets.length < 2) return [];
  const groups = groupBy(sheets, keyOf);
  groups.delete('');
  return [...groups.values()].flatMap((same) =>
    same.length <= FEW ? allPairs(same) : pairsWithFirst(same)
  );
}

function allPairs(sheets: readonly Sheet[]): readonly Pair[] {
  return sheets.flatMap((_, at) => pairsWithFirst(sheets.slice(at)));
}

function pairsWithFirst([first, ...others]: readonly Sheet[]): readonly Pair[] {
  return first ? others.map((other) => [first, other]) : [];
}
