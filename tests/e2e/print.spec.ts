import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { pagesOf } from '#tests/support/pdf.ts';
import { cell, expectSaved, grid, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

const PROJECTS = ['河道清淤专项经费', '饮用水水质检测费', '巡河员4人劳务费', '节水宣传活动经费'];

const millimetres = (points: number) => Math.round((points * 25.4) / 72);

/** The pages that the browser prints of what is on screen. */
async function printedPages(page: Page) {
  return pagesOf(await page.pdf({ preferCSSPageSize: true }));
}

test('the browser prints the official form on A4, each project on a page of its own', async ({
  page
}) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥13公里');

  const pages = await printedPages(page);

  for (const { width, height } of pages) {
    expect([width, height].map(millimetres)).toEqual([210, 297]);
  }
  expect(pages[0]!.text).toBe('青泉县水务局2023年部门预算绩效文本青泉县水务局编制');
  const starts = PROJECTS.map((name) =>
    pages.findIndex(({ text }) => text.includes('资金支出计划') && text.includes(name))
  );
  expect(starts).toEqual([3, 4, 5, 6]);
  expect(pages[3]!.text).toContain('≥13公里');
  const all = pages.map(({ text }) => text).join('');
  for (const word of ['生成同步链接', '已存本机', '撤销']) expect(all).not.toContain(word);
});

test('after printing the workbook is on screen as before', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await outlineEntry(page, '3.').click();
  await printedPages(page);

  await expect(grid(page)).toBeVisible();
  await expect(page.getByLabel('表名')).toHaveValue('巡河员4人劳务费绩效目标表');
  await expect(page.locator('.printed-form')).toHaveCount(0);
  await typeInto(page, cell(page, 1, '指标值'), '5人');
  await expectSaved(page);
});

test('prose that is still being typed is printed', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await outlineEntry(page, '一、总体绩效目标').click();
  await page.getByRole('textbox', { name: '正文' }).fill('今年只做一件事。');
  const pages = await printedPages(page);
  expect(pages[2]!.text).toContain('今年只做一件事。');
});

test('the menu asks the browser to print', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset.asked = 'yes');
  });
  await openSample(page);
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印…' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
});

test('what is printed runs no markup that somebody typed', async ({ page }) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '<img src=x onerror=alert(1)>');
  const pages = await printedPages(page);
  expect(pages[3]!.text).toContain('<imgsrc=xonerror=alert(1)>');
});
