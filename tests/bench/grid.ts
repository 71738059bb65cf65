import type { Browser, Page } from '@playwright/test';
import { openAllIndicators, ROW } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { openPlainTable } from './plain-page.ts';
import { inTurns, quantile } from './samples.ts';
import { scrollThrough } from './scroll-through.ts';

const ROWS = 10_000;
const LETTERS = 40;
/** Frames from the first row to the last: page by page, and as one drags the scroll bar. */
const WAYS = [
  { way: 'page by page', frames: 600 },
  { way: 'by its scroll bar', frames: 60 }
];
/** The cell that is typed into: third row, column 三级指标. */
const CELL = `${ROW} td:nth-of-type(4)`;
const HOLDER = '.ht_master .wtHolder';
const PLAIN = 'plain Handsontable 18.0';
const SHARES = [
  { name: 'median', share: 0.5 },
  { name: 'p95', share: 0.95 },
  { name: 'longest', share: 1 }
];

/** From a letter to its paint in the grid of 10,000 rows, against plain Handsontable. */
export async function measureTyping(
  browser: Browser,
  pages: BenchPages,
  origin: string
): Promise<Figure[]> {
  const { app, plain } = await grids(browser, pages, origin);
  for (const page of [app, plain]) {
    await page.locator(CELL).click();
    await page.keyboard.press('F2');
  }
  const [a, b] = await inTurns(LETTERS, [() => letterToPaint(app), () => letterToPaint(plain)]);
  await Promise.all([app.context().close(), plain.context().close()]);
  return SHARES.slice(0, 2).map(({ name, share }) => ({
    name: `letter typed into a cell to its paint, ${ROWS} rows, ${name}`,
    unit: 'ms',
    measured: quantile(a!, share),
    baseline: { name: PLAIN, value: quantile(b!, share) },
    aim: { most: 17 }
  }));
}

/** The frames in which the grid of 10,000 rows is scrolled to its end, against plain Handsontable. */
export async function measureGridScrolling(
  browser: Browser,
  pages: BenchPages,
  origin: string
): Promise<Figure[]> {
  const { app, plain } = await grids(browser, pages, origin);
  const figures: Figure[] = [];
  for (const { way, frames } of WAYS) {
    const [a, b] = [
      await scrollThrough(app, HOLDER, frames),
      await scrollThrough(plain, HOLDER, frames)
    ];
    for (const { name, share } of SHARES) {
      figures.push({
        name: `grid of ${ROWS} rows scrolled ${way}, ${name} frame`,
        unit: 'ms',
        measured: quantile(a, share),
        baseline: { name: PLAIN, value: quantile(b, share) },
        aim: name === 'longest' ? { most: 50 } : null
      });
    }
  }
  await Promise.all([app.context().close(), plain.context().close()]);
  return figures;
}

/** The app and the plain table with the same rows. */
async function grids(
  browser: Browser,
  pages: BenchPages,
  origin: string
): Promise<{ app: Page; plain: Page }> {
  const app = await openAllIndicators(browser, origin, largeWorkbook(ROWS));
  return { app, plain: await openPlainTable(browser, pages, ROWS, app) };
}

/** Types one letter; milliseconds until the frame is painted that shows it. */
async function letterToPaint(page: Page): Promise<number> {
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    window.painted = new Promise((resolve) => {
      const onKey = () => {
        const begun = performance.now();
        port1.onmessage = () => resolve([performance.now() - begun]);
        requestAnimationFrame(() => port2.postMessage(null));
      };
      addEventListener('keydown', onKey, { capture: true, once: true });
    });
  });
  await page.keyboard.press('x');
  const [time] = await page.evaluate(() => window.painted);
  return time!;
}
