import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { Workbook } from '#lib/model/workbook.ts';
import { newPage } from './browser.ts';

/** The third row of the grid of all indicators, where the bench types. */
export const ROW = '.ht_master tbody tr:nth-child(3)';

/** The app with a workbook that was imported, at the grid of all its indicators. */
export function openAllIndicators(
  browser: Browser,
  origin: string,
  workbook: Workbook
): Promise<Page> {
  return openSheet(browser, origin, workbook, '指标总表');
}

/** The app with a workbook that was imported, at what an entry of its outline shows. */
export async function openSheet(
  browser: Browser,
  origin: string,
  workbook: Workbook,
  entry: string
): Promise<Page> {
  const { page } = await newPage(browser);
  await page.goto(origin);
  await page.getByLabel('选择要导入的文件').setInputFiles({
    name: '青泉县水务局.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(workbook))
  });
  await page.getByRole('button', { name: '存入文件柜' }).click();
  await page.getByRole('navigation', { name: '目录' }).getByRole('button', { name: entry }).click();
  await page.locator(ROW).waitFor();
  return page;
}

/** Types a text over a cell of the grid, and leaves it to the caller to commit it. */
export async function typeOver(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(cell).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Waits until what was typed is kept, as the status line says it, and the page has nothing to do. */
export async function settled(page: Page, kept: RegExp): Promise<void> {
  const status = page.getByRole('contentinfo', { name: '状态' });
  await expect(status).toContainText(kept, { timeout: 30_000 });
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }))
  );
}
