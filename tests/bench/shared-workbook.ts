import type { Browser, Page } from '@playwright/test';
import { openAllIndicators, settled } from './app-page.ts';
import { largeWorkbook } from './large-workbook.ts';

/** What the status line says when device and server have everything. */
export const ALL_KEPT = /已存本机.*已同步/;

/** The app at the grid of all indicators of a workbook that is shared, and the address of its link. */
export async function openSharedWorkbook(
  browser: Browser,
  origin: string,
  rows: number
): Promise<{ readonly page: Page; readonly address: string }> {
  const page = await openAllIndicators(browser, origin, largeWorkbook(rows));
  await page.getByRole('button', { name: '生成同步链接' }).click();
  await page.getByLabel('我的姓名').fill('周敏');
  await page.getByRole('button', { name: '生成链接', exact: true }).click();
  const address = await page.getByLabel('同步链接', { exact: true }).inputValue();
  await page.getByRole('button', { name: '关闭', exact: true }).last().click();
  await settled(page, ALL_KEPT);
  // The first visit stores the files of the program, which takes the browser a second of its own.
  await page.evaluate(() => navigator.serviceWorker.ready);
  return { page, address };
}
