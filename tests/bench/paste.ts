import type { Browser, Page } from '@playwright/test';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { newColumns } from '#lib/model/column-name.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { openSheet, settled } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import type {} from './pages/plain-table.ts';
import { interleave, median } from './samples.ts';

const ROWS = 1000;
const COLUMNS = 12;
const SHEET = '各乡镇水费收缴情况';
const FIRST = '.ht_master tbody tr:first-child td:nth-of-type(1)';
const KEPT = /已存本机/;

/**
 * From the paste of a block of 1,000 × 12 texts to its paint, in a free sheet of the app, with its edit
 * written, logged and shown, against plain Handsontable with as many cells.
 */
export async function measurePaste(
  browser: Browser,
  pages: BenchPages,
  origin: string,
  rounds: number
): Promise<Figure> {
  const app = await openSheet(browser, origin, freeWorkbook(), SHEET);
  const plain = await plainGrid(browser, pages, app);
  let count = 0;
  const { a, b } = await interleave(
    rounds,
    async () => {
      const time = await paste(app, blockOf(++count));
      await settled(app, KEPT);
      return time;
    },
    () => paste(plain, blockOf(++count))
  );
  await Promise.all([app.context().close(), plain.context().close()]);
  return {
    name: `paste of ${ROWS} × ${COLUMNS} to its paint`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'plain Handsontable 18.0', value: median(b) },
    aim: null
  };
}

function freeWorkbook(): Workbook {
  const columns = newColumns([], COLUMNS);
  const rows = textsOf(0).map((texts) =>
    createRow(Object.fromEntries(columns.map(({ id }, at) => [id, texts[at]!])))
  );
  const sheet = createSheet('free', { title: SHEET, columns, rows });
  return createWorkbook({ title: '青泉县水务局 2026 年', year: 2026, sheets: [sheet] });
}

/** Texts of which every round has others. */
function textsOf(round: number): string[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_, column) => `${round}-${row * COLUMNS + column}号`)
  );
}

function blockOf(round: number): string {
  return textsOf(round)
    .map((row) => `${row.join('\t')}\r\n`)
    .join('');
}

async function plainGrid(browser: Browser, pages: BenchPages, app: Page): Promise<Page> {
  const size = await app.locator('.holder').boundingBox();
  if (!size) throw new Error('paste: the grid is not on the screen');
  const { page } = await newPage(browser);
  await page.goto(pages.address('plain-table'));
  await page.evaluate(({ texts, width, height }) => window.showPlainTexts(texts, width, height), {
    texts: textsOf(0),
    width: size.width,
    height: size.height
  });
  return page;
}

/** Pastes at the first cell, and measures until a frame is painted that shows the block there. */
async function paste(page: Page, text: string): Promise<number> {
  await page.locator(FIRST).click();
  // A second click soon after the one of the last round opens the cell.
  await page.keyboard.press('Escape');
  await page.locator('.handsontableInput:focus').waitFor({ state: 'attached' });
  return page.evaluate(pasteAndWatch, { text, selector: FIRST });
}

/** Runs in the page. A message sent from an animation frame arrives when that frame has been painted. */
function pasteAndWatch({ text, selector }: { text: string; selector: string }): Promise<number> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  const wanted = text.slice(0, text.indexOf('\t'));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    const begun = performance.now();
    port1.onmessage = () => {
      if (document.querySelector(selector)?.textContent === wanted) {
        resolve(performance.now() - begun);
      } else nextFrame();
    };
    document.activeElement!.dispatchEvent(event);
    nextFrame();
  });
}
