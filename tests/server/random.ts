/** Numbers from 0 to 1 that a seed decides. */
export type Random = () => number;

/** The generator mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed of now, printed, or the one that JIBIAO_SEED gives. */
export function printedSeed(what: string): number {
  const seed = Number(process.env.JIBIAO_SEED ?? Date.now() % 1_000_000);
  console.info(`${what}: JIBIAO_SEED=${seed}`);
  return seed;
}
