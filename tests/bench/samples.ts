/** Times of the measured thing (`a`) and of its baseline (`b`), in milliseconds. */
export interface Samples {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/**
 * Runs both sides in turns, A B A B, so that whatever else the computer does meets both alike. The
 * first `warmUp` rounds are run but not counted.
 */
export async function interleave(
  rounds: number,
  a: () => number | Promise<number>,
  b: () => number | Promise<number>,
  warmUp = 3
): Promise<Samples> {
  const [timesOfA, timesOfB] = await inTurns(rounds, [a, b], warmUp);
  return { a: timesOfA!, b: timesOfB! };
}

/** Runs any number of sides in turns, as `interleave` does two; the samples of each. */
export async function inTurns<Sample>(
  rounds: number,
  sides: readonly (() => Sample | Promise<Sample>)[],
  warmUp = 3
): Promise<Sample[][]> {
  const samples: Sample[][] = sides.map(() => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, side] of sides.entries()) {
      const sample = await side();
      if (round >= 0) samples[index]!.push(sample);
    }
  }
  return samples;
}

/** The value below which a share of the samples lie: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('quantile: no samples');
  const sorted = samples.toSorted((x, y) => x - y);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return low + (sorted[Math.ceil(at)]! - low) * (at - Math.floor(at));
}

/** The middle one of the samples. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** How long a piece of work takes, in milliseconds. */
export function timeOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** How long a piece of work takes that is not done at once, in milliseconds. */
export async function timeOfAsync(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
