import type { Cabinet } from '../cabinet.svelte.ts';
import { ImportJob } from '../importing.svelte.ts';
import type { StoreResult } from '../store-result.ts';
import type { BatchPaper } from './batch-paper.svelte.ts';

/**
 * Stores one of many papers that were checked in the 文件柜, where it is not there yet. It is read again:
 * of the papers themselves nothing is kept.
 */
export async function storePaper(
  paper: BatchPaper,
  cabinet: Cabinet
): Promise<StoreResult | { readonly ok: false; readonly sentence: string }> {
  if (paper.storedAs !== null) return { ok: true, id: paper.storedAs };
  const job = new ImportJob(paper.source);
  await job.read();
  if (!job.result?.ok) return { ok: false, sentence: job.result?.sentence ?? '' };
  const stored = await job.store(cabinet);
  if (stored.ok) paper.stored = { id: stored.id, listed: '', gone: false, paper: null };
  return stored;
}
