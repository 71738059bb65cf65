import type { Batch } from '#lib/workspace/batch/batch.svelte.ts';

/**
 * The check of many papers that is on the screen of the 文件柜. It outlives that page: one opens a paper
 * from the table and comes back to it.
 */
export const batchOnScreen = $state<{ batch: Batch | null }>({ batch: null });
