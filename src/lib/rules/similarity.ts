import { fold } from './fold.ts';

/** How much of a text stands in another: the share of its pairs of neighbouring characters, 0 to 1. */
export function shareOf(part: string, whole: string): number {
  const pairs = pairsOf(part);
  if (pairs.size === 0) return 0;
  const known = pairsOf(whole);
  let shared = 0;
  for (const pair of pairs) if (known.has(pair)) shared += 1;
  return shared / pairs.size;
}

function pairsOf(text: string): ReadonlySet<string> {
  const folded = fold(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at += 1) pairs.add(folded.slice(at, at + 2));
  return pairs;
}
