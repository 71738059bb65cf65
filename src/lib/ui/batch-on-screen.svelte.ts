import type { Batch, BatchPaper } from '#lib/workspace/batch/batch.svelte.ts';
import type { Sorting } from '#lib/workspace/batch/sorting.ts';

/**
 * The check of many papers that is on the screen of the 文件柜. It outlives that page: one opens a paper
 * from the table and comes back to it.
 */
export const batchOnScreen = $state<{ batch: Batch | null }>({ batch: null });

/** How somebody looks at a batch, kept while they look at one of its papers. */
export class BatchLook {
  shown = $state<'papers' | 'frequent'>('papers');
  sorting = $state.raw<Sorting>({ key: 'file', descending: false });
  onlyErrors = $state(false);
  /** The one that was opened last. */
  opened = $state.raw<BatchPaper | null>(null);
}

const looks = new WeakMap<Batch, BatchLook>();

/** How a batch is looked at. */
export function lookOf(batch: Batch): BatchLook {
  const look = looks.get(batch) ?? new BatchLook();
  looks.set(batch, look);
  return look;
}
