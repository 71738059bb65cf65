import type { Language } from '#lib/model/language.ts';
import { Lane } from './lane.ts';

/** How many papers are looked at at a time: each takes a processor and its own memory. */
const AT_ONCE = 2;

/**
 * Acts on items in their order, as many at a time as there are lanes, until all are done. Rejects with the
 * signal's reason when cancelled; no Worker runs any more then.
 * @param next the next item; undefined where there are no more
 * @param language what problems are told in
 */
export async function inLanes<Item>(
  next: () => Item | undefined,
  act: (item: Item, lane: Lane) => Promise<void>,
  language: Language,
  signal: AbortSignal
): Promise<void> {
  const runs = Array.from({ length: AT_ONCE }, async () => {
    const lane = new Lane(language);
    try {
      for (let item = next(); item !== undefined && !signal.aborted; item = next()) {
        await act(item, lane);
      }
    } finally {
      lane.close();
    }
  });
  await Promise.all(runs);
  signal.throwIfAborted();
}
