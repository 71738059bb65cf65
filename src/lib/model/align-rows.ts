import { ABSENT_DIGEST, CELL_DIGEST_LENGTH, EMPTY_DIGEST } from './digest.ts';
import type { CarriedRow } from './skeleton.ts';

/** Pairs of rows are compared one with each other up to this number of pairs; above it in order. */
const MOST_PAIRS = 250_000;

/**
 * Which carried row each row of a table is, after rows may have been changed, inserted, deleted or moved
 * by hand. Unchanged rows are found first, in order and then wherever they were moved to; between them
 * the rows that share most cells go together.
 * @param found the digests of the rows as they stand in the file now
 * @returns for each found row its carried row, null where it is new
 */
export function alignRows(
  carried: readonly CarriedRow[],
  found: readonly string[]
): (CarriedRow | null)[] {
  const result: (CarriedRow | null)[] = found.map(() => null);
  // On paper an absent cell is an empty one.
  const before = carried.map(([, digests]) => digests.replaceAll(ABSENT_DIGEST, EMPTY_DIGEST));
  const pair = (one: number, other: number) => (result[other] = carried[one]!);
  const same = (one: number, other: number) => (before[one] === found[other] ? 1 : 0);
  const ends = commonEnds(carried.length, found.length, same);
  for (const [one, other] of ends.pairs) pair(one, other);
  const left = { carried: ends.carried, found: ends.found };
  for (const [one, other] of bestPairs(left.carried, left.found, same)) pair(one, other);
  pairMoved(carried, before, found, result);
  for (const gap of gapsOf(carried, result)) {
    const alike = (one: number, other: number) => equalCells(before[one]!, found[other]!);
    for (const [one, other] of bestPairs(gap.carried, gap.found, alike)) pair(one, other);
  }
  return result;
}

type Pair = readonly [carried: number, found: number];
type Alike = (carried: number, found: number) => number;

/** The indices at both ends whose rows are the same, and the indices between them. */
function commonEnds(carriedCount: number, foundCount: number, same: Alike) {
  const shorter = Math.min(carriedCount, foundCount);
  let start = 0;
  while (start < shorter && same(start, start) > 0) start += 1;
  let end = 0;
  while (end < shorter - start && same(carriedCount - 1 - end, foundCount - 1 - end) > 0) end += 1;
  const atStart = range(0, start).map((index): Pair => [index, index]);
  const atEnd = range(0, end).map((back): Pair => [carriedCount - 1 - back, foundCount - 1 - back]);
  return {
    pairs: [...atStart, ...atEnd],
    carried: range(start, carriedCount - end),
    found: range(start, foundCount - end)
  };
}

/** The pairs in order whose likeness is greatest in sum; rows that are not alike are no pair. */
function bestPairs(carried: readonly number[], found: readonly number[], alike: Alike): Pair[] {
  if (carried.length * found.length > MOST_PAIRS) return pairsInOrder(carried, found, alike);
  const width = found.length + 1;
  const best = new Float64Array((carried.length + 1) * width);
  const at = (one: number, other: number) => best[one * width + other]!;
  for (let one = carried.length - 1; one >= 0; one -= 1) {
    for (let other = found.length - 1; other >= 0; other -= 1) {
      const likeness = alike(carried[one]!, found[other]!);
      const together = likeness > 0 ? likeness + at(one + 1, other + 1) : 0;
      best[one * width + other] = Math.max(together, at(one + 1, other), at(one, other + 1));
    }
  }
  const pairs: Pair[] = [];
  let one = 0;
  let other = 0;
  while (one < carried.length && other < found.length) {
    const likeness = alike(carried[one]!, found[other]!);
    if (likeness > 0 && at(one, other) === likeness + at(one + 1, other + 1)) {
      pairs.push([carried[one]!, found[other]!]);
      one += 1;
      other += 1;
    } else if (at(one, other) === at(one + 1, other)) one += 1;
    else other += 1;
  }
  return pairs;
}

function pairsInOrder(carried: readonly number[], found: readonly number[], alike: Alike): Pair[] {
  return found.flatMap((other, index): Pair[] => {
    const one = carried[index];
    return one !== undefined && alike(one, other) > 0 ? [[one, other]] : [];
  });
}

/** Gives rows that stand elsewhere, but unchanged, their carried row. */
function pairMoved(
  carried: readonly CarriedRow[],
  before: readonly string[],
  found: readonly string[],
  result: (CarriedRow | null)[]
): void {
  const paired = new Set(result);
  const free = new Map<string, CarriedRow[]>();
  carried.forEach((row, index) => {
    const digests = before[index]!;
    if (!paired.has(row)) free.set(digests, [...(free.get(digests) ?? []), row]);
  });
  found.forEach((digests, index) => {
    if (result[index] === null) result[index] = free.get(digests)?.shift() ?? null;
  });
}

/** The rows of both sides that have no other yet, between rows that have. */
function gapsOf(carried: readonly CarriedRow[], result: readonly (CarriedRow | null)[]) {
  const indexOf = new Map(carried.map((row, index) => [row, index]));
  const paired = new Set(result);
  const gaps: { carried: number[]; found: number[] }[] = [];
  let next = 0;
  let gap: number[] = [];
  const close = (until: number) => {
    const free = range(next, until).filter((index) => !paired.has(carried[index]!));
    if (gap.length > 0 && free.length > 0) gaps.push({ carried: free, found: gap });
    gap = [];
    next = Math.max(next, until + 1);
  };
  result.forEach((row, index) => {
    if (row === null) gap.push(index);
    // A row that was moved up or down bounds no gap.
    else if (indexOf.get(row)! >= next) close(indexOf.get(row)!);
  });
  close(carried.length);
  return gaps;
}

/** How many cells two rows share: empty ones count little, since rows share many. */
function equalCells(one: string, other: string): number {
  // A table of one column shows only by the place that its row was changed and not replaced.
  let equal = one.length <= CELL_DIGEST_LENGTH ? 0.5 : 0;
  for (let at = 0; at < one.length; at += CELL_DIGEST_LENGTH) {
    const cell = one.slice(at, at + CELL_DIGEST_LENGTH);
    if (cell === other.slice(at, at + CELL_DIGEST_LENGTH)) equal += cell === EMPTY_DIGEST ? 0.1 : 1;
  }
  return equal;
}

function range(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
}
