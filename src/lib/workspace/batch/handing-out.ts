import { exportFileName } from '#lib/exporters/file-name.ts';
import { exportInWorker } from '#lib/exporters/in-worker.ts';
import { papersByUnit } from '#lib/exporters/review/by-unit.ts';
import type { PackedReview } from '#lib/exporters/review/paper-review.ts';
import type { ReviewFormat } from '#lib/exporters/review/review-formats.ts';
import type { Cabinet } from '../cabinet.svelte.ts';
import type { Batch } from './batch.svelte.ts';
import type { BatchPaper } from './batch-paper.svelte.ts';
import { inLanes } from './lanes.ts';
import { sourceOf } from './sources.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The table and all problems as an Excel file. Rejects where it is cancelled or fails. */
export async function batchFile({ entries }: Batch, signal: AbortSignal): Promise<File> {
  const bytes = await exportInWorker({ of: 'batch', entries }, signal);
  return new File([bytes], '批量检查结果.xlsx', { type: XLSX });
}

/**
 * One review sheet for each unit over all its papers, in one archive where there are several units. Each
 * paper is read again. Rejects where it is cancelled or fails, and where no paper could be read again.
 * @param onprogress how many papers are read again
 * @returns the file, and the names of the papers that could not be read again
 */
export async function unitReviewsFile(
  { papers, language }: Batch,
  cabinet: Cabinet,
  format: ReviewFormat,
  onprogress: (made: number) => void,
  signal: AbortSignal
): Promise<{ readonly file: File; readonly missing: readonly string[] }> {
  const checked = papers.filter(({ paper }) => paper !== null);
  const made = new Map<BatchPaper, PackedReview>();
  const waiting = checked.values();
  await inLanes(
    () => waiting.next().value,
    async (one, lane) => {
      const source = await sourceOf(one, cabinet).catch(() => null);
      const answer = source && (await lane.ask('review', { name: one.name, source }, signal));
      if (answer?.ok && 'review' in answer) made.set(one, answer.review);
      onprogress(made.size);
    },
    language,
    signal
  );
  // They are made in any order.
  const units = papersByUnit(checked.flatMap((one) => made.get(one) ?? []));
  if (units.length === 0) throw new Error(`none of ${checked.length} papers could be read again`);
  const bytes = await exportInWorker({ of: 'unit-reviews', format: format.id, units }, signal);
  const file =
    units.length === 1
      ? new File([bytes], exportFileName(`${units[0]!.name} 审核意见`, format.extension), {
          type: format.mime
        })
      : new File([bytes], '审核意见.zip', { type: 'application/zip' });
  return { file, missing: checked.filter((one) => !made.has(one)).map(({ name }) => name) };
}
