import type { Cabinet } from '../cabinet.svelte.ts';
import type { CatalogueEntry } from '../catalogue-entry.ts';
import type { Batch } from './batch.svelte.ts';
import type { BatchPaper, StoredPaper } from './batch-paper.svelte.ts';
import type { Lane } from './lane.ts';
import { inLanes } from './lanes.ts';
import { sourceOf } from './sources.ts';

/**
 * Takes over what has become of a batch's papers in the 文件柜 since they were last looked at: those that
 * were changed there are checked again, those that were deleted count as their files do. One that cannot
 * be read keeps its figures. Rejects with the signal's reason when cancelled.
 */
export async function followStored(
  { papers, language }: Batch,
  cabinet: Cabinet,
  signal: AbortSignal
): Promise<void> {
  const waiting = papers.values();
  const next = () => {
    for (const one of waiting) {
      const stored = changedInCabinet(one, cabinet);
      if (stored !== null) return { one, stored };
    }
    return undefined;
  };
  await inLanes(
    next,
    ({ one, stored }, lane) => checkStored(one, stored, cabinet, lane, signal),
    language,
    signal
  );
}

/** A paper as the 文件柜 lists it now; null where there is nothing to be checked again. */
function changedInCabinet(one: BatchPaper, { entries }: Cabinet): StoredPaper | null {
  const { stored } = one;
  if (stored === null || entries === null) return null;
  const entry = entries.find(({ id }) => id === stored.id);
  // The list comes a moment later than the workbook does.
  if (!entry && stored.listed === '') return null;
  if (!entry) {
    if (!stored.gone) one.stored = { ...stored, gone: true, paper: null };
    return null;
  }
  const listed = listedAs(entry);
  return stored.gone || stored.listed !== listed ? { ...stored, listed, gone: false } : null;
}

/** Changes whenever the workbook is edited, or a problem in it is waived. */
function listedAs({ editedAt, counts, title }: CatalogueEntry): string {
  return JSON.stringify([editedAt, counts, title]);
}

async function checkStored(
  one: BatchPaper,
  stored: StoredPaper,
  cabinet: Cabinet,
  lane: Lane,
  signal: AbortSignal
): Promise<void> {
  const before = one.stored;
  one.stored = stored;
  one.checking = true;
  try {
    const source = await sourceOf(one, cabinet).catch(() => null);
    const answer = source && (await lane.ask('check', { name: one.name, source }, signal));
    if (!answer?.ok || !('paper' in answer) || one.stored === null || one.stored.gone) return;
    // What had no place in the file is not in the workbook.
    const unplaced = one.ofFile?.unplaced ?? 0;
    one.stored = { ...one.stored, paper: { ...answer.paper, unplaced } };
  } catch (error) {
    // Not looked at after all: the next time it counts as changed again.
    if (one.stored === stored) one.stored = before;
    throw error;
  } finally {
    one.checking = false;
  }
}
