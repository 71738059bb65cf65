import type { Cabinet } from '../cabinet.svelte.ts';
import type { CatalogueEntry } from '../catalogue-entry.ts';
import type { Batch } from './batch.svelte.ts';
import type { BatchPaper } from './batch-paper.svelte.ts';
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
  const changed = papers.filter((one) => noteListed(one, cabinet)).values();
  await inLanes(
    () => changed.next().value,
    (one, lane) => checkStored(one, cabinet, lane, signal),
    language,
    signal
  );
}

/** Notes how the 文件柜 lists a paper now; whether it is to be checked again. */
function noteListed(one: BatchPaper, { entries }: Cabinet): boolean {
  const { stored } = one;
  if (stored === null || entries === null) return false;
  const entry = entries.find(({ id }) => id === stored.id);
  // The list comes a moment later than the workbook does.
  if (!entry && stored.listed === '') return false;
  if (!entry) {
    if (!stored.gone) one.stored = { ...stored, gone: true, paper: null };
    return false;
  }
  const listed = listedAs(entry);
  if (!stored.gone && stored.listed === listed) return false;
  one.stored = { ...stored, listed, gone: false };
  return true;
}

/** Changes whenever the workbook is edited, or a problem in it is waived. */
function listedAs({ editedAt, counts, title }: CatalogueEntry): string {
  return JSON.stringify([editedAt, counts, title]);
}

async function checkStored(
  one: BatchPaper,
  cabinet: Cabinet,
  lane: Lane,
  signal: AbortSignal
): Promise<void> {
  one.checking = true;
  try {
    const source = await sourceOf(one, cabinet).catch(() => null);
    const answer = source && (await lane.ask('check', { name: one.name, source }, signal));
    if (!answer?.ok || !('paper' in answer) || one.stored === null || one.stored.gone) return;
    // What had no place in the file is not in the workbook.
    const unplaced = one.ofFile?.unplaced ?? 0;
    one.stored = { ...one.stored, paper: { ...answer.paper, unplaced } };
  } finally {
    one.checking = false;
  }
}
