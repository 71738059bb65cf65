import type { Browser, Page } from '@playwright/test';
import { openAllIndicators } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { timesToPaint } from './paint.ts';
import type { Arranging } from './pages/plain-table.ts';
import { interleave, median, type Samples } from './samples.ts';

const ROWS = 10_000;
const ROUNDS = 10;
/** Milliseconds. */
const AIM = { most: 100 };
/** The first row on screen, column 三级指标, where no two rows read alike. */
const COLUMN = '三级指标';
const PLACE = 3;
const CELL = `.ht_master tbody tr:first-child td:nth-of-type(${PLACE + 1})`;
/** What one row in seven contains, and not the first one. */
const WORDS = '按期完工';

/**
 * From the key that asks for it to the paint of a table of 10,000 rows that is sorted or filtered by a
 * column, against plain Handsontable with its own ColumnSorting and Filters.
 */
export async function measureArranging(
  browser: Browser,
  pages: BenchPages,
  origin: string
): Promise<Figure[]> {
  const app = await openAllIndicators(browser, origin, largeWorkbook(ROWS));
  const plain = await plainTable(browser, pages, app);
  let round = 0;
  const sorting = await interleave(
    ROUNDS,
    () => sortApp(app, round++ % 2 === 0 ? '降序' : '升序'),
    () => askPlain(plain, { descending: round % 2 === 1 })
  );
  await app.getByRole('button', { name: '清除排序' }).click();
  await plain.evaluate(() => window.clearPlainTable());
  const filtering = await interleave(
    ROUNDS,
    () => filterApp(app),
    () => askPlain(plain, { words: WORDS })
  );
  await Promise.all([app.context().close(), plain.context().close()]);
  return [
    figure(`sorting ${ROWS} rows by distinct texts to the paint`, sorting, 'ColumnSorting'),
    figure(`filtering ${ROWS} rows to the paint`, filtering, 'Filters')
  ];
}

function figure(name: string, { a, b }: Samples, plugin: string): Figure {
  const baseline = { name: `plain Handsontable 18.0, ${plugin}`, value: median(b) };
  return { name, unit: 'ms', measured: median(a), baseline, aim: AIM };
}

async function plainTable(browser: Browser, pages: BenchPages, app: Page): Promise<Page> {
  const size = await app.locator('.holder').boundingBox();
  if (!size) throw new Error('arrange: the grid is not on the screen');
  const { page } = await newPage(browser);
  await page.goto(pages.address('plain-table'));
  await page.evaluate(
    ({ workbook, width, height }) => window.showPlainTable(workbook, width, height, true),
    { workbook: largeWorkbook(ROWS), width: size.width, height: size.height }
  );
  await page.locator(CELL).waitFor();
  return page;
}

async function openMenu(app: Page): Promise<void> {
  await app
    .getByRole('button', { name: `${COLUMN}：排序和筛选` })
    .last()
    .click();
}

async function sortApp(app: Page, direction: string): Promise<number> {
  await openMenu(app);
  await app.getByRole('button', { name: direction, exact: true }).focus();
  return untilChanged(app);
}

async function filterApp(app: Page): Promise<number> {
  await openMenu(app);
  await app.getByRole('searchbox', { name: '搜索这一列的内容' }).fill(WORDS);
  const time = await untilChanged(app);
  await app.getByRole('button', { name: '清除', exact: true }).click();
  await app.getByRole('group', { name: '排序和筛选' }).waitFor({ state: 'detached' });
  return time;
}

/** Sorts or filters the plain table. */
async function askPlain(plain: Page, what: Arranging): Promise<number> {
  const asked = { ...what, column: PLACE };
  await plain.evaluate((asked) => window.arrangeAtEnter(asked), asked);
  const time = await untilChanged(plain);
  if (what.words !== undefined) await plain.evaluate(() => window.clearPlainTable());
  return time;
}

/** Presses Enter, and measures until another first row is painted. */
async function untilChanged(page: Page): Promise<number> {
  const text = await page.locator(CELL).innerText();
  const [time] = await timesToPaint(page, [{ selector: CELL, text, gone: true }]);
  return time!;
}
