import type { Sheet } from '#lib/model/workbook.ts';
import {
  exportedFile,
  reviewFile,
  tableFile,
  type ExportFormat,
  type ReviewFormat
} from '#lib/workspace/exporting.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { commitTyping } from './typing.ts';

/** Milliseconds after which it is said that a file is being made: most are ready before. */
const SAID_AFTER = 300;

/** Makes a file of the open workbook and gives it to the browser to save. */
export async function handOut(
  opened: OpenWorkbook,
  format: ExportFormat,
  notices: Notices
): Promise<void> {
  commitTyping();
  await handedOut(notices, format.label, (signal) => exportedFile(opened.workbook, format, signal));
}

/** Makes a csv file of one table and gives it to the browser to save. */
export async function handOutTable(
  opened: OpenWorkbook,
  sheet: Sheet,
  notices: Notices
): Promise<void> {
  commitTyping();
  await handedOut(notices, '本表', (signal) => tableFile(opened.workbook, sheet, signal));
}

/** Makes the review sheet of the open workbook and gives it to the browser to save. */
export async function handOutReview(
  opened: OpenWorkbook,
  format: ReviewFormat,
  notices: Notices
): Promise<void> {
  commitTyping();
  await opened.checking.now();
  await handedOut(notices, format.label, (signal) =>
    reviewFile(opened.workbook, opened.checking.problems, opened.comments.threads, format, signal)
  );
}

async function handedOut(
  notices: Notices,
  label: string,
  make: (signal: AbortSignal) => Promise<File>
): Promise<void> {
  try {
    const file = await followed(notices, `正在导出${label}…`, make);
    if (file === null) return notices.say('已取消导出');
    save(file);
    notices.say(`已导出“${file.name}”`);
  } catch {
    notices.fail(`没能导出${label}；请重试，或换一种格式导出。`);
  }
}

/** The result of something that can be cancelled where it takes long; null where it was. */
async function followed<Result>(
  notices: Notices,
  text: string,
  act: (signal: AbortSignal) => Promise<Result>
): Promise<Result | null> {
  const abort = new AbortController();
  let ended = () => {};
  const timer = setTimeout(() => {
    ended = notices.follow(text, { label: '取消', run: () => abort.abort() });
  }, SAID_AFTER);
  try {
    return await act(abort.signal);
  } catch (error) {
    if (abort.signal.aborted) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    ended();
  }
}

/** Gives a file to the browser to save under its name. */
export function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the file after the click; Safari does so a while later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
