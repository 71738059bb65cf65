import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Sixteen random halvings: two people inserting at one place get the same key once in 65,536 times. */
const HALVINGS = 16;
/** Length of the number of a row within its block: 62^3 rows in one paste. */
const COUNTER_DIGITS = 3;

/** Order keys for a list that nobody else has seen yet. */
export function firstOrderKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}

/**
 * Order keys for `count` items between two neighbours, null at either end. All of them begin with
 * one random key, so that blocks which two people paste at one place do not interleave.
 * Neighbours whose keys are equal or reversed (two people met at one place), or are none (a foreign
 * hand), count as an open end.
 */
export function orderKeysBetween(
  before: string | null,
  after: string | null,
  count: number,
  random: () => number = Math.random
): string[] {
  const start = isOrderKey(before) ? before : null;
  const open = !isOrderKey(after) || (start !== null && start >= after!);
  const head = randomKeyBetween(start, open ? null : after, random);
  if (count === 1) return [head];
  return Array.from({ length: count }, (_, index) => `${head}${counter(index)}V`);
}

function randomKeyBetween(before: string | null, after: string | null, random: () => number) {
  let low = before;
  let high = after;
  let key = generateKeyBetween(low, high);
  for (let halving = 0; halving < HALVINGS; halving++) {
    if (random() < 0.5) low = key;
    else high = key;
    key = generateKeyBetween(low, high);
  }
  // A block is every key that begins with its head, so the next neighbour must not begin with it.
  while (after?.startsWith(key)) key = generateKeyBetween(before, key);
  return key;
}

function isOrderKey(key: string | null): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

function counter(value: number): string {
  let text = '';
  for (let digit = 0; digit < COUNTER_DIGITS; digit++) {
    text = DIGITS[value % DIGITS.length] + text;
    value = Math.floor(value / DIGITS.length);
  }
  return text;
}
