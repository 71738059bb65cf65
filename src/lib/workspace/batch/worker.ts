import { exportReviewDocx } from '#lib/exporters/review/review-docx.ts';
import { importFile, importPaste } from '#lib/importers/import.ts';
import type { Pasted } from '#lib/importers/pasted.ts';
import type { Refusal } from '#lib/importers/refusal.ts';
import { checkedPaper, type CheckedPaper } from '#lib/model/checked-paper.ts';
import { check } from '#lib/rules/check.ts';

/** What is wanted of one paper: what a check finds in it, or its review sheet. */
export type Wanted = 'check' | 'review';

/** What the worker is asked, once after the other: a paper, and what is wanted of it. */
export interface BatchRequest {
  readonly wanted: Wanted;
  readonly source: { readonly name: string; readonly bytes: Uint8Array } | Pasted;
}

/** What the worker answers; the review sheet as the bytes of a Word file. */
export type BatchAnswer =
  | { readonly ok: true; readonly wanted: 'check'; readonly paper: CheckedPaper }
  | { readonly ok: true; readonly wanted: 'review'; readonly bytes: Uint8Array<ArrayBuffer> }
  | Refusal;

self.addEventListener('message', async ({ data }: MessageEvent<BatchRequest>) => {
  const answer = await answerTo(data);
  self.postMessage(answer, { transfer: transferred(answer) });
});

// The page hears of errors only, and would wait for an answer until the time limit.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

async function answerTo({ wanted, source }: BatchRequest): Promise<BatchAnswer> {
  const result = 'text' in source ? await importPaste(source) : await importFile(source);
  if (!result.ok) return result;
  const { workbook, notes } = result;
  const problems = check(workbook);
  if (wanted === 'review') return { ok: true, wanted, bytes: exportReviewDocx(workbook, problems) };
  return { ok: true, wanted, paper: checkedPaper(workbook, notes, problems) };
}

function transferred(answer: BatchAnswer): Transferable[] {
  if (!answer.ok) return [];
  return [answer.wanted === 'check' ? answer.paper.problems.buffer : answer.bytes.buffer];
}
