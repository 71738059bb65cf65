import { exportFileName } from '#lib/exporters/file-name.ts';
import { FORMATS, type ExportFormat } from '#lib/exporters/formats.ts';
import { exportInWorker } from '#lib/exporters/in-worker.ts';
import { REVIEW_FORMATS, type ReviewFormat } from '#lib/exporters/review/review-formats.ts';
import type { CommentThread } from '#lib/model/comment.ts';
import { NO_RESULTS } from '#lib/model/formula/results.ts';
import type { Problem } from '#lib/model/problem.ts';
import { sheetName, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { calculatedWorkbook, resultsOf } from './formulas/calculated.ts';

export { FORMATS, REVIEW_FORMATS, type ExportFormat, type ReviewFormat };

/** A workbook as a file to hand out, named after its title. Rejects where it is cancelled or fails. */
export async function exportedFile(
  workbook: Workbook,
  { id, extension, mime }: ExportFormat,
  signal: AbortSignal
): Promise<File> {
  // The plain value is the workbook itself, with its formulas.
  const results = id === 'json' ? NO_RESULTS : await resultsOf(workbook);
  const bytes = await exportInWorker({ of: 'workbook', format: id, workbook, results }, signal);
  return new File([bytes], exportFileName(workbook.title, extension), { type: mime });
}

/** One table of a workbook as a csv file, named after the sheet. Rejects where it is cancelled or fails. */
export async function tableFile(
  workbook: Workbook,
  sheet: Sheet,
  signal: AbortSignal
): Promise<File> {
  const given = await calculatedWorkbook(workbook);
  const bytes = await exportInWorker({ of: 'table', sheet: sheet.id, workbook: given }, signal);
  return new File([bytes], exportFileName(sheetName(sheet), '.csv'), { type: 'text/csv' });
}

/** The review sheet of a workbook as a file to hand out. Rejects where it is cancelled or fails. */
export async function reviewFile(
  workbook: Workbook,
  problems: readonly Problem[],
  threads: readonly CommentThread[],
  { id, extension, mime }: ReviewFormat,
  signal: AbortSignal
): Promise<File> {
  const bytes = await exportInWorker(
    { of: 'review', format: id, workbook, problems, threads },
    signal
  );
  const name = exportFileName(`${workbook.title} 审核意见`, extension);
  return new File([bytes], name, { type: mime });
}
