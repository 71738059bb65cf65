import type { Browser, Page } from '@playwright/test';
import { ROW } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import { newPage } from './browser.ts';
import { largeWorkbook } from './large-workbook.ts';
import type {} from './pages/plain-table.ts';

/** The page of the plain table with so many rows, of the size that the grid has in the app. */
export async function openPlainTable(
  browser: Browser,
  pages: BenchPages,
  rows: number,
  app: Page
): Promise<Page> {
  const size = await app.locator('.holder').boundingBox();
  if (!size) throw new Error('the grid is not on the screen');
  const { page } = await newPage(browser);
  await page.goto(pages.address('plain-table'));
  await page.evaluate(
    ({ workbook, width, height }) => window.showPlainTable(workbook, width, height),
    { workbook: largeWorkbook(rows), width: size.width, height: size.height }
  );
  await page.locator(ROW).waitFor();
  return page;
}
