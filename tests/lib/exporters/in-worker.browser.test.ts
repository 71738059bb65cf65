import { expect, test } from 'vitest';
import { exportInWorker } from '#lib/exporters/in-worker.ts';
import { FORMATS } from '#lib/exporters/formats.ts';
import { reviewPaper } from '#lib/exporters/review/paper-review.ts';
import { REVIEW_FORMATS } from '#lib/exporters/review/review-formats.ts';
import { layOutReview } from '#lib/exporters/review/review.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const { signal } = new AbortController();

test.each(FORMATS)('a Worker writes the same $extension as the page', async ({ id, write }) => {
  const workbook = smallWorkbook();
  const bytes = await exportInWorker({ of: 'workbook', format: id, workbook }, signal);
  expect(bytes).toEqual(await write(workbook));
});

test.each(REVIEW_FORMATS)(
  'a Worker writes the review sheet as $extension',
  async ({ id, write }) => {
    const workbook = smallWorkbook();
    const request = { of: 'review', format: id, workbook, problems: [], threads: [] } as const;
    const review = layOutReview([reviewPaper(workbook, [])]);
    expect(await exportInWorker(request, signal)).toEqual(await write(review));
  }
);

test('a cancelled export rejects with the reason', async () => {
  const controller = new AbortController();
  const request = { of: 'workbook', format: 'docx', workbook: smallWorkbook() } as const;
  const result = exportInWorker(request, controller.signal);

  controller.abort(new Error('已取消'));

  await expect(result).rejects.toThrow('已取消');
});

test('an export that fails rejects', async () => {
  const workbook = { ...smallWorkbook(), sheets: null as never };
  const result = exportInWorker({ of: 'workbook', format: 'html', workbook }, signal);
  await expect(result).rejects.toThrow('export worker');
});
