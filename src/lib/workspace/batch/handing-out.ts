import type { ArchivedFile } from '#lib/exporters/batch/archive.ts';
import { exportInWorker } from '#lib/exporters/in-worker.ts';
import type { Batch, BatchPaper } from './batch.svelte.ts';
import { inLanes } from './lanes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The table and all problems as an Excel file. Rejects where it is cancelled or fails. */
export async function batchFile({ entries }: Batch, signal: AbortSignal): Promise<File> {
  const bytes = await exportInWorker({ of: 'batch', entries }, signal);
  return new File([bytes], '批量检查结果.xlsx', { type: XLSX });
}

/**
 * The review sheet of every checked paper as Word files in one archive, named after the units; those of a
 * unit with several papers lie in a folder of its own. Each paper is read again. Rejects where it is
 * cancelled or fails.
 * @param onprogress how many review sheets are made
 * @returns the archive, and the files that could not be read again
 */
export async function reviewArchive(
  { papers }: Batch,
  onprogress: (made: number) => void,
  signal: AbortSignal
): Promise<{ readonly file: File; readonly missing: readonly string[] }> {
  const checked = papers.filter(({ paper }) => paper !== null);
  const made = new Map<BatchPaper, Uint8Array<ArrayBuffer>>();
  const waiting = checked.values();
  await inLanes(
    () => waiting.next().value,
    async (one, lane) => {
      const answer = await lane.ask('review', one.source, signal);
      if (answer.ok && 'bytes' in answer) made.set(one, answer.bytes);
      onprogress(made.size);
    },
    signal
  );
  const files = checked.flatMap((one) => {
    const bytes = made.get(one);
    return bytes ? [archived(one, checked, bytes)] : [];
  });
  const bytes = await exportInWorker({ of: 'archive', files }, signal);
  return {
    file: new File([bytes], '审核意见.zip', { type: 'application/zip' }),
    missing: checked.filter((one) => !made.has(one)).map(({ name }) => name)
  };
}

function archived(
  one: BatchPaper,
  all: readonly BatchPaper[],
  bytes: Uint8Array<ArrayBuffer>
): ArchivedFile {
  const unit = one.paper!.unit;
  const among = all.filter(({ paper }) => paper!.unit === unit).length;
  const name = unit === '' || among > 1 ? one.paper!.title : unit;
  const folder = unit !== '' && among > 1 ? unit : '';
  return { folder, name: `${name} 审核意见`, extension: '.docx', bytes };
}
