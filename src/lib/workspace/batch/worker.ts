import {
  packPaperReview,
  reviewPaper,
  type PackedReview
} from '#lib/exporters/review/paper-review.ts';
import type { ImportResult } from '#lib/importers/import.ts';
import type { Pasted } from '#lib/importers/pasted.ts';
import type { Refusal } from '#lib/importers/refusal.ts';
import { speak } from '#lib/messages/speak.ts';
import { checkedPaper, type CheckedPaper } from '#lib/model/checked-paper.ts';
import type { Language } from '#lib/model/language.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';
import { rulesIn } from '#lib/rules/language.ts';

/** What is wanted of one paper: what a check finds in it, or what a review sheet says of it. */
export type Wanted = 'check' | 'review';

/** What the worker is asked, once after the other: a paper, and what is wanted of it. */
export interface BatchRequest {
  readonly wanted: Wanted;
  /** The name that it is listed under. */
  readonly name: string;
  /** What problems are told in. */
  readonly language: Language;
  readonly source:
    | { readonly name: string; readonly bytes: Uint8Array }
    | Pasted
    | { readonly workbook: Workbook };
}

/** What the worker answers. */
export type BatchAnswer =
  | { readonly ok: true; readonly wanted: 'check'; readonly paper: CheckedPaper }
  | { readonly ok: true; readonly wanted: 'review'; readonly review: PackedReview }
  | Refusal;

/** The Worker's name is the language in which it reports. */
const importing = speak(self.name === 'en' ? 'en' : 'zh').then(
  () => import('#lib/importers/import.ts')
);

self.addEventListener('message', async ({ data }: MessageEvent<BatchRequest>) => {
  const answer = await answerTo(data);
  self.postMessage(answer, { transfer: transferred(answer) });
});

// The page hears of errors only, and would wait for an answer until the time limit.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

async function answerTo({ wanted, name, language, source }: BatchRequest): Promise<BatchAnswer> {
  const result = await read(source);
  if (!result.ok) return result;
  const { workbook, notes } = result;
  const { problems } = createChecker(rulesIn(language)).check(workbook);
  if (wanted === 'check') {
    return { ok: true, wanted, paper: checkedPaper(workbook, notes, problems) };
  }
  return { ok: true, wanted, review: packPaperReview(reviewPaper(workbook, problems, name)) };
}

async function read(
  source: BatchRequest['source']
): Promise<Pick<Extract<ImportResult, { ok: true }>, 'ok' | 'workbook' | 'notes'> | Refusal> {
  if ('workbook' in source) return { ok: true, workbook: source.workbook, notes: [] };
  const { importFile, importPaste } = await importing;
  return 'text' in source ? importPaste(source) : importFile(source, { formulas: 'results' });
}

function transferred(answer: BatchAnswer): Transferable[] {
  if (!answer.ok) return [];
  return [answer.wanted === 'check' ? answer.paper.problems.buffer : answer.review.bytes.buffer];
}
