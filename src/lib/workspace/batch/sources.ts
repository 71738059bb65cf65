import type { Pasted } from '#lib/importers/pasted.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Cabinet } from '../cabinet.svelte.ts';
import type { BatchPaper } from './batch-paper.svelte.ts';

/** What one paper is read from: its file or paste, or its workbook in the 文件柜. */
export type PaperSource = File | Pasted | { readonly workbook: Workbook };

/** What a paper is read from now. Rejects where its workbook cannot be read. */
export async function sourceOf(
  { source, storedAs }: BatchPaper,
  cabinet: Cabinet
): Promise<PaperSource> {
  return storedAs === null ? source : { workbook: await cabinet.read(storedAs) };
}
