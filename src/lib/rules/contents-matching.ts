import { remember } from '#lib/model/remember.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { nameKey, nineFormOf, titleKey, type Entry } from './printed-contents.ts';

/** What the entries of a 目录 stand for in the paper. */
export interface Matching {
  readonly sheets: ReadonlyMap<Entry, Sheet>;
  /** The entries whose sheet has nearly the same title. */
  readonly similar: ReadonlyMap<Entry, Sheet>;
  /** The entries that stand for nothing: neither for a sheet nor for a heading above sheets. */
  readonly lost: ReadonlySet<Entry>;
}

/** How much of two titles has to be the same for one to be the other, miswritten. */
const SIMILAR = 0.5;

/** Of more titles without a match than these none are compared: so bad a list cannot be judged. */
const MOST_COMPARED = 40;

/** Finds the sheet of each entry; each sheet stands for one at most, in their order. */
export function matchEntries(entries: readonly Entry[], sheets: readonly Sheet[]): Matching {
  const free = new Set(sheets);
  const found = new Map<Entry, Sheet>();
  const keys: readonly ((title: string) => string | null)[] = [titleKey, nameKey, nineFormOf];
  keys.forEach((keyOf, pass) => {
    const waiting = groupBy([...free], (sheet) => keysOf(sheet)[pass]);
    for (const entry of entries) {
      const key = found.has(entry) ? null : keyOf(entry.title);
      const sheet = key ? waiting.get(key)?.shift() : undefined;
      if (!sheet) continue;
      found.set(entry, sheet);
      free.delete(sheet);
    }
  });
  const headings = headingsOf(sheets);
  const unknown = entries.filter(
    (entry) => !found.has(entry) && !isHeading(titleKey(entry.title), headings)
  );
  const similar = matchSimilar(unknown, [...free]);
  const lost = new Set(unknown.filter((entry) => !similar.has(entry)));
  return { sheets: found, similar, lost };
}

/** The keys of a sheet, one for each way of matching; undefined where it has none. */
const keysOf = remember(({ kind, form, title }: Sheet): readonly (string | undefined)[] => [
  titleKey(title) || undefined,
  nameKey(title) || undefined,
  kind === 'disclosure' ? form : undefined
]);

const headingsOf = remember((sheets: readonly Sheet[]): readonly string[] => [
  ...new Set(sheets.flatMap(({ path }) => path.map(titleKey)).filter((key) => key.length > 1))
]);

/** Headings above sheets often have the name of the unit in front. */
function isHeading(key: string, headings: readonly string[]): boolean {
  return key !== '' && headings.some((heading) => heading.endsWith(key) || key.endsWith(heading));
}

function matchSimilar(
  entries: readonly Entry[],
  sheets: readonly Sheet[]
): ReadonlyMap<Entry, Sheet> {
  const similar = new Map<Entry, Sheet>();
  if (entries.length > MOST_COMPARED || sheets.length > MOST_COMPARED) return similar;
  const free = new Set(sheets);
  for (const entry of entries) {
    const pairs = pairsOf(nameKey(entry.title));
    let best: { readonly sheet: Sheet; readonly likeness: number } | null = null;
    for (const sheet of free) {
      const likeness = likenessOf(pairs, pairsOf(nameKey(sheet.title)));
      if (likeness >= SIMILAR && likeness > (best?.likeness ?? 0)) best = { sheet, likeness };
    }
    if (!best) continue;
    similar.set(entry, best.sheet);
    free.delete(best.sheet);
  }
  return similar;
}

/** The pairs of neighbouring characters; of a very long title those at its beginning. */
function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < Math.min(text.length, 100); at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/** Dice's coefficient: twice what is shared by what both have, 0 to 1. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
