import type { Browser, Page } from '@playwright/test';
import { openAllIndicators, ROW, settled, typeOver } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { timesToPaint } from './paint.ts';
import type {} from './pages/plain-table.ts';
import { interleave, median } from './samples.ts';

const AIM = { times: 1.2 };
/** The cell that is typed into: third row, column 三级指标. */
const CELL = `${ROW} td:nth-of-type(4)`;
const ALL_KEPT = /已存本机.*已同步/;

/**
 * From Enter to the paint of the committed cell, in the app with document, storage, rules and sync
 * attached, against plain Handsontable with the same rows, sizes and classes.
 */
export async function measureCommit(
  browser: Browser,
  pages: BenchPages,
  origin: string,
  rows: number,
  rounds: number
): Promise<Figure> {
  const app = await sharedWorkbook(browser, origin, rows);
  const plain = await plainTable(browser, pages, rows, app);
  let count = 0;
  const { a, b } = await interleave(
    rounds,
    async () => {
      const time = await commit(app, `第${++count}段完成河道清淤`);
      await settled(app, ALL_KEPT);
      return time;
    },
    () => commit(plain, `第${++count}段完成河道清淤`)
  );
  await Promise.all([app.context().close(), plain.context().close()]);
  return {
    name: `commit of a cell to its paint, ${rows} rows`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'plain Handsontable 18.0', value: median(b) },
    aim: AIM
  };
}

/** The app with a workbook that is shared. */
async function sharedWorkbook(browser: Browser, origin: string, rows: number): Promise<Page> {
  const page = await openAllIndicators(browser, origin, largeWorkbook(rows));
  await page.getByRole('button', { name: '生成同步链接' }).click();
  await page.getByLabel('我的姓名').fill('周敏');
  await page.getByRole('button', { name: '生成链接', exact: true }).click();
  await page.getByLabel('同步链接', { exact: true }).waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).last().click();
  await settled(page, ALL_KEPT);
  return page;
}

/** The page of the plain table, of the size that the grid has in the app. */
async function plainTable(
  browser: Browser,
  pages: BenchPages,
  rows: number,
  app: Page
): Promise<Page> {
  const size = await app.locator('.holder').boundingBox();
  if (!size) throw new Error('commit: the grid is not on the screen');
  const { page } = await newPage(browser);
  await page.goto(pages.address('plain-table'));
  await page.evaluate(
    ({ workbook, width, height }) => window.showPlainTable(workbook, width, height),
    { workbook: largeWorkbook(rows), width: size.width, height: size.height }
  );
  await page.locator(CELL).waitFor();
  return page;
}

/** Types a text into the cell, and measures from the key that commits it to the frame that shows it. */
async function commit(page: Page, text: string): Promise<number> {
  await typeOver(page, CELL, text);
  const [time] = await timesToPaint(page, [{ selector: CELL, text }]);
  return time!;
}
