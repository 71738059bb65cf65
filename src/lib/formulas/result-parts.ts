import type { Results } from '#lib/model/formula/results.ts';

/** A part of what differs between results. */
export interface ResultPart {
  readonly changed: readonly (readonly [key: string, text: string])[];
  readonly gone: readonly string[];
  /** Whether no part follows. */
  readonly last: boolean;
}

/** As many results as a page takes in without keeping a frame waiting. */
const PART = 3_000;

/** What differs from the results of before, in parts of some thousand; at least one, with nothing in it. */
export function resultParts(before: Results, results: Results): readonly ResultPart[] {
  const changed = [...results].filter(([key, text]) => before.get(key) !== text);
  const gone = [...before.keys()].filter((key) => !results.has(key));
  const count = Math.max(1, Math.ceil(changed.length / PART));
  return Array.from({ length: count }, (_, at) => {
    const last = at === count - 1;
    return { changed: changed.slice(at * PART, (at + 1) * PART), gone: last ? gone : [], last };
  });
}

/** The results after a part. */
export function withPart(before: Results, { changed, gone }: ResultPart): Results {
  const results = new Map(before);
  for (const [key, text] of changed) results.set(key, text);
  for (const key of gone) results.delete(key);
  return results;
}
