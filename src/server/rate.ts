const BURST = 120;
const PER_SECOND = 2;
const ADDRESSES = 10_000;

/**
 * Says whether an address may ask again: 120 times at once, then twice a second. A whole office may
 * come from one address, and secrets of 256 bits need no slower clock; this only stops floods.
 * `now` is in milliseconds.
 */
export function createRateLimit(now: () => number = Date.now): (address: string) => boolean {
  const left = new Map<string, { tokens: number; at: number }>();
  return (address) => {
    const at = now();
    const before = left.get(address) ?? { tokens: BURST, at };
    const tokens = Math.min(BURST, before.tokens + ((at - before.at) / 1000) * PER_SECOND);
    if (left.size >= ADDRESSES) left.clear();
    left.set(address, { tokens: Math.max(0, tokens - 1), at });
    return tokens >= 1;
  };
}
