import { availableParallelism } from 'node:os';
import { ReadingLane } from './reading-lane.ts';
import type { Reading } from './reading.ts';

/** More threads than this read no faster, because one disk and one report wait for them. */
const MOST_LANES = 4;

/**
 * Reads files in several threads and gives the readings in the order of the paths. Only a few files
 * more than those already taken are read ahead, so that a folder of any size takes the memory of few.
 * @param counted whether ids count from 1 in each file, the same in every run
 */
export async function* readInOrder(
  paths: readonly string[],
  counted: boolean
): AsyncGenerator<Reading> {
  const lanes = Array.from(
    { length: Math.min(paths.length, availableParallelism(), MOST_LANES) },
    () => ({ lane: new ReadingLane(), last: Promise.resolve() as Promise<unknown> })
  );
  const begun: Promise<Reading>[] = [];
  const begin = (index: number) => {
    const path = paths[index];
    if (path === undefined) return;
    const free = lanes[index % lanes.length]!;
    const reading = free.last.then(() => free.lane.read({ path, counted }));
    free.last = reading;
    begun[index] = reading;
  };
  try {
    lanes.forEach((_, index) => begin(index));
    for (let index = 0; index < paths.length; index += 1) {
      const reading = await begun[index]!;
      delete begun[index];
      begin(index + lanes.length);
      yield reading;
    }
  } finally {
    await Promise.all(lanes.map(({ lane }) => lane.close()));
  }
}
