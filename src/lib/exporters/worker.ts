import type { CommentThread } from '#lib/model/comment.ts';
import type { Results } from '#lib/model/formula/results.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { CountedWorkbook } from '#lib/model/summary/counted-workbook.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { BatchEntry } from './batch/batch-overviews.ts';
import { exportCsv } from './csv.ts';
import { FORMATS, type ExportFormat } from './formats.ts';
import type { UnitPapers } from './review/by-unit.ts';
import { reviewPaper, type PackedReview } from './review/paper-review.ts';
import { REVIEW_FORMATS, type ReviewFormat } from './review/review-formats.ts';
import { layOutReview } from './review/review.ts';

/**
 * What the worker is asked to write: a workbook, one table of it, the review sheet of it, what
 * was found in many papers, what 汇总 counts, or the review sheets of the papers' units.
 */
export type ExportRequest =
  | {
      readonly of: 'workbook';
      readonly format: ExportFormat['id'];
      readonly workbook: Workbook;
      readonly results?: Results;
    }
  | { readonly of: 'table'; readonly sheet: string; readonly workbook: Workbook }
  | {
      readonly of: 'review';
      readonly format: ReviewFormat['id'];
      readonly workbook: Workbook;
      readonly problems: readonly Problem[];
      readonly threads: readonly CommentThread[];
    }
  | { readonly of: 'batch'; readonly entries: readonly BatchEntry[] }
  | { readonly of: 'summary'; readonly workbooks: readonly CountedWorkbook[] }
  | {
      readonly of: 'unit-reviews';
      readonly format: ReviewFormat['id'];
      readonly units: readonly UnitPapers<PackedReview>[];
    };

self.addEventListener('message', async ({ data }: MessageEvent<ExportRequest>) => {
  const bytes = await written(data);
  self.postMessage(bytes, { transfer: [bytes.buffer] });
});

// The page hears of errors only, and would wait for an answer for ever.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

async function written(request: ExportRequest): Promise<Uint8Array<ArrayBuffer>> {
  switch (request.of) {
    case 'workbook':
      return FORMATS.find(({ id }) => id === request.format)!.write(
        request.workbook,
        request.results
      );
    case 'table':
      return exportCsv(request.workbook, request.sheet);
    case 'review': {
      const { format, workbook, problems, threads } = request;
      const review = layOutReview([reviewPaper(workbook, problems, '', threads)]);
      return reviewFormat(format).write(review);
    }
    case 'batch':
      return (await import('./batch/batch-xlsx.ts')).exportBatchXlsx(request.entries);
    case 'summary':
      return (await import('./summary-overviews.ts')).exportSummaryXlsx(request.workbooks);
    case 'unit-reviews': {
      const { exportUnitReviews } = await import('./review/unit-reviews.ts');
      return exportUnitReviews(request.units, reviewFormat(request.format));
    }
  }
}

function reviewFormat(wanted: ReviewFormat['id']): ReviewFormat {
  return REVIEW_FORMATS.find(({ id }) => id === wanted)!;
}
