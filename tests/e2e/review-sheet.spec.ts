import { readFile } from 'node:fs/promises';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { cell, listedProblems, typeInto } from '#tests/support/workbook-page.ts';

async function handedOut(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('the review sheet tells the unit of every problem, also of one just made', async ({
  page
}) => {
  await openSample(page);
  await expect(listedProblems(page).first()).toBeVisible();
  const titles = await listedProblems(page).locator('b').allInnerTexts();
  await typeInto(page, cell(page, 1, '指标值'), '是/否');

  const { name, bytes } = await handedOut(page, '审核意见（网页）');

  expect(name).toBe('青泉县水务局2023年部门预算绩效文本 审核意见.html');
  const review = await page.context().newPage();
  await review.setContent(bytes.toString());
  await expect(review.getByRole('heading', { name: '审核意见' })).toBeVisible();
  for (const title of new Set(titles)) {
    await expect(review.getByRole('cell', { name: title, exact: true }).first()).toBeVisible();
  }
  const made = review
    .getByRole('row')
    .filter({ hasText: '是/否' })
    .filter({ hasText: '第 1 行 指标值' });
  await expect(made.first()).toBeVisible();
  await expect(review.getByText('审核人：')).toBeVisible();
});

test('the review sheet is handed out as a Word document', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  const { name, bytes } = await handedOut(page, '审核意见（Word）');
  expect(name).toMatch(/审核意见\.docx$/);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});
