import { linkHash, newOwnerKey, newSyncLink, ownerHash } from '#lib/sync/link.ts';
import { createLinks } from '#server/links.ts';
import { openStore } from '#server/store.ts';
import { temporaryFolder } from './folders.ts';
import type { Random } from './random.ts';

/** What a guesser could learn from the time that refusals take. */
export interface Timing {
  /** Medians of a guess in microseconds. */
  readonly known: number;
  readonly unknown: number;
  /**
   * How likely a guess at a link that exists takes longer than one at a link that does not: 0.5
   * where nothing can be learnt.
   */
  readonly likelihood: number;
}

const WORKBOOK = 'w'.repeat(22);
const LINKS = 200;

/** Guesses so many times at secrets of links that exist and of ones that do not, by turns. */
export function timeGuesses(count: number, random: Random): Timing {
  const links = createLinks(openStore(temporaryFolder()));
  links.claim(WORKBOOK, ownerHash(newOwnerKey()));
  const ids = Array.from({ length: LINKS }, () => {
    const { linkId, secret } = newSyncLink();
    const hash = linkHash(secret);
    links.create(WORKBOOK, { id: linkId, hash, role: 'edit', label: '', expires: null });
    return linkId;
  });
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  for (let guess = 0; guess < count; guess++) {
    const { linkId, secret } = newSyncLink();
    const exists = random() < 0.5;
    // A text of its own in both cases, as it would come from a request.
    const id = Buffer.from(exists ? (ids[Math.floor(random() * LINKS)] ?? '') : linkId).toString();
    const begun = performance.now();
    const opened = links.open(id, secret);
    const time = performance.now() - begun;
    if (opened.ok) throw new Error('a guess was right');
    times[exists ? 'known' : 'unknown'].push(time * 1000);
  }
  const [known, unknown] = [sorted(times.known), sorted(times.unknown)];
  return {
    known: median(known),
    unknown: median(unknown),
    likelihood: likelihoodOfMore(known, unknown)
  };
}

function sorted(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((one, other) => one - other);
}

function median(numbers: readonly number[]): number {
  return numbers[Math.floor(numbers.length / 2)] ?? NaN;
}

/** Of two sorted samples: the share of pairs in which the first is more, equals counting half. */
function likelihoodOfMore(first: readonly number[], second: readonly number[]): number {
  let [below, upTo, sum] = [0, 0, 0];
  for (const value of first) {
    while (below < second.length && (second[below] as number) < value) below += 1;
    while (upTo < second.length && (second[upTo] as number) <= value) upTo += 1;
    sum += (below + upTo) / 2;
  }
  return sum / (first.length * second.length);
}
