import type { CatalogueEntry, StoredSummary } from '#lib/storage/catalogue.ts';
import { Lane } from '../batch/lane.ts';
import type { Cabinet } from '../cabinet.svelte.ts';
import { storedSummary } from './keep-summary.ts';

/** What has been counted is shown after so many milliseconds: adding all up for each would take longer. */
const SLICE = 400;

/**
 * Counts workbooks again, one after the other, and keeps what was counted; the rules run in a Worker.
 * Ends when there are no more, and rejects with the signal's reason when cancelled.
 * @param next the next workbook to count; undefined where there is none
 * @param onunread called with one that cannot be read or checked
 */
export async function recount(
  cabinet: Cabinet,
  next: () => CatalogueEntry | undefined,
  onunread: (entry: CatalogueEntry) => void,
  signal: AbortSignal
): Promise<void> {
  const lane = new Lane(cabinet.profile.language);
  let slice: StoredSummary[] = [];
  let begun = performance.now();
  try {
    for (let entry = next(); entry !== undefined; entry = next()) {
      const counted = await countOne(entry, cabinet, lane, signal);
      signal.throwIfAborted();
      if (counted) slice.push(counted);
      else onunread(entry);
      if (performance.now() - begun < SLICE) continue;
      await cabinet.catalogue.putSummaries(slice);
      slice = [];
      begun = performance.now();
    }
    await cabinet.catalogue.putSummaries(slice);
  } finally {
    lane.close();
  }
}

/** Null where the workbook cannot be read, or makes the check fail. */
async function countOne(
  { id, title, editedAt }: CatalogueEntry,
  cabinet: Cabinet,
  lane: Lane,
  signal: AbortSignal
): Promise<StoredSummary | null> {
  const workbook = await cabinet.read(id).catch(() => null);
  if (workbook === null) return null;
  const answer = await lane.ask('check', { name: title, source: { workbook } }, signal);
  if (!answer.ok || !('paper' in answer)) return null;
  return storedSummary(workbook, answer.paper.tally, editedAt);
}
