import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { BenchPages } from './bench-pages.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import type {} from './pages/plain-table.ts';
import { interleave, median } from './samples.ts';

const AIM = { times: 1.2 };
/** The cell that is typed into: third row, column 三级指标. */
const CELL = '.ht_master tbody tr:nth-child(3) td:nth-of-type(4)';

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
      await allStored(app);
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

/** The app with a workbook that was imported and shared, at the grid of all its indicators. */
async function sharedWorkbook(browser: Browser, origin: string, rows: number): Promise<Page> {
  const { page } = await newPage(browser);
  await page.goto(origin);
  await page.getByLabel('选择要导入的文件').setInputFiles({
    name: '青泉县水务局.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(largeWorkbook(rows)))
  });
  await page.getByRole('button', { name: '存入文件柜' }).click();
  await page.getByRole('button', { name: '生成同步链接' }).click();
  await page.getByLabel('我的姓名').fill('周敏');
  await page.getByRole('button', { name: '生成链接', exact: true }).click();
  await page.getByLabel('同步链接', { exact: true }).waitFor();
  await page.getByRole('button', { name: '关闭', exact: true }).last().click();
  await page.getByRole('button', { name: '指标总表' }).click();
  await page.locator(CELL).waitFor();
  await allStored(page);
  return page;
}

async function allStored(page: Page): Promise<void> {
  const status = page.getByRole('contentinfo', { name: '状态' });
  await expect(status).toContainText(/已存本机.*已同步/, { timeout: 30_000 });
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }))
  );
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
  await page.locator(CELL).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.evaluate(watchForPaint, { cell: CELL, text });
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.painted);
}

declare global {
  interface Window {
    /** Milliseconds from Enter to the paint of what was waited for. */
    painted: Promise<number>;
  }
}

/** Runs in the page. A message sent from an animation frame arrives when that frame has been painted. */
function watchForPaint({ cell, text }: { cell: string; text: string }): void {
  window.painted = new Promise((resolve, reject) => {
    let begun = 0;
    setTimeout(() => reject(new Error(`the cell never showed ${text}`)), 10_000);
    const { port1, port2 } = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      const time = performance.now() - begun;
      if (document.querySelector(cell)?.textContent === text) resolve(time);
      else nextFrame();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Enter') return;
      begun = performance.now();
      removeEventListener('keydown', onKey, { capture: true });
      nextFrame();
    };
    addEventListener('keydown', onKey, { capture: true });
  });
}
