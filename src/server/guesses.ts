const AT_ONCE = 20;
const STEP = 500;
const LONGEST = 4000;
const ADDRESSES = 10_000;

/**
 * How long an address waits until it is told that a token is wrong: 20 times not at all, then twice
 * a second. Null where so many are waiting already that it is told nothing. What is right is
 * never slowed, and what is wrong always in the same way, whatever is wrong about it.
 *
 * @param now the clock, in milliseconds
 */
export function createGuesses(now: () => number = Date.now): (address: string) => number | null {
  /** When the next refusal would be told, had there been no first ones. */
  const next = new Map<string, number>();
  return (address) => {
    const time = now();
    const free = time - AT_ONCE * STEP;
    const turn = Math.max(next.get(address) ?? free, free) + STEP;
    const wait = Math.max(0, turn - time);
    if (wait > LONGEST) return null;
    if (next.size >= ADDRESSES) next.clear();
    next.set(address, turn);
    return wait;
  };
}
