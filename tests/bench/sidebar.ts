import type { Browser, Page } from '@playwright/test';
import type { Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { openAllIndicators, ROW, settled, typeOver } from './app-page.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { timesToPaint, type Sight } from './paint.ts';
import { interleave, quantile } from './samples.ts';
import { scrollThrough } from './scroll-through.ts';

/** So many rows have some 5,000 problems when no target has a unit. */
const ROWS = 4_100;
const EDITS = 50;
/** A frame at 60 a second, in milliseconds. */
const FRAME = 17;
/** Column 指标值 of the grid. */
const CELL = `${ROW} td:nth-of-type(6)`;
const LIST = '[role=group][aria-label=问题]';

const SHARES = [
  { name: 'median', share: 0.5 },
  { name: 'p95', share: 0.95 },
  { name: 'longest', share: 1 }
] as const;

/** A workbook in which every indicator has a problem, and how many it has in all. */
function problematicWorkbook(): { readonly workbook: Workbook; readonly count: number } {
  const clean = largeWorkbook(ROWS);
  const sheets = clean.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: { ...row.cells, target: '95' } }))
  }));
  const workbook = { ...clean, sheets };
  return { workbook, count: check(workbook).length };
}

/**
 * From Enter to the list of thousands of problems that shows what the edit has mended or made, against
 * the same edit with the sidebar closed, until the cell shows its mark.
 */
export async function measureSidebar(browser: Browser, origin: string): Promise<Figure[]> {
  const { workbook, count } = problematicWorkbook();
  const [open, closed] = [
    await openAllIndicators(browser, origin, workbook),
    await openAllIndicators(browser, origin, workbook)
  ];
  await closed.getByRole('button', { name: '收起侧栏' }).click();
  const key = await keyOfProblem(open);
  const lag: number[] = [];
  let round = 0;
  const { a, b } = await interleave(
    EDITS,
    async () => {
      const mended = round++ % 2 === 0;
      const item = { selector: `[data-row="${key}"]`, gone: mended };
      const [marked, listed] = await commit(open, mended, [item]);
      lag.push(listed! - marked!);
      return listed!;
    },
    async () => (await commit(closed, round % 2 === 1, []))[0]!
  );
  await Promise.all([open.context().close(), closed.context().close()]);
  const name = `edit to repainted sidebar, ${count} problems`;
  return [
    ...SHARES.slice(0, 2).map(({ name: which, share }): Figure => ({
      name: `${name}, ${which}`,
      unit: 'ms',
      measured: quantile(a, share),
      baseline: { name: 'to the mark in the grid, sidebar closed', value: quantile(b, share) },
      aim: null
    })),
    {
      name: `${name}, after the mark in the grid, p95`,
      unit: 'ms',
      measured: Math.max(0, quantile(lag, 0.95)),
      baseline: null,
      aim: { most: FRAME }
    }
  ];
}

/** The key in the list of the problem that the cell has. */
async function keyOfProblem(page: Page): Promise<string> {
  const rows = page.locator(`${LIST} [data-row^="unit-missing "]`);
  const key = await rows.nth(2).getAttribute('data-row');
  if (key === null) throw new Error('sidebar: the problem of the cell is not in the list');
  return key;
}

/** Mends the cell or makes its problem again. Times until its mark and other sights are painted. */
async function commit(page: Page, mended: boolean, others: readonly Sight[]): Promise<number[]> {
  const text = mended ? '≥95%' : '95';
  await typeOver(page, CELL, text);
  const mark = { selector: `${CELL}.cell-error`, gone: mended };
  const times = await timesToPaint(page, [mark, ...others]);
  await settled(page, /已存本机/);
  return times;
}

/**
 * The frames in which the list of thousands of problems is scrolled from its top to its bottom, against
 * a plain list of as many rows, all of them on the page.
 */
export async function measureScrolling(browser: Browser, origin: string): Promise<Figure[]> {
  const { workbook, count } = problematicWorkbook();
  const app = await openAllIndicators(browser, origin, workbook);
  const plain = await plainList(browser, workbook);
  const figures: Figure[] = [];
  for (const { way, frames } of [
    { way: 'page by page', frames: 1000 },
    { way: 'by its scroll bar', frames: 60 }
  ]) {
    const [a, b] = [
      await scrollThrough(app, LIST, frames),
      await scrollThrough(plain, LIST, frames)
    ];
    for (const { name, share } of SHARES) {
      figures.push({
        name: `${count} problems scrolled ${way}, ${name} frame`,
        unit: 'ms',
        measured: quantile(a, share),
        baseline: { name: 'a plain list of as many', value: quantile(b, share) },
        aim: name === 'longest' ? { most: 50 } : null
      });
    }
  }
  await Promise.all([app.context().close(), plain.context().close()]);
  return figures;
}

/** A page with nothing but the texts of the problems, of about the size of the sidebar. */
async function plainList(browser: Browser, workbook: Workbook): Promise<Page> {
  const { page } = await newPage(browser);
  await page.setContent(
    '<div role="group" aria-label="问题" style="width: 360px; height: 560px; overflow: auto"></div>'
  );
  const texts = check(workbook).map(({ title, message }) => `${title} ${message}`);
  await page.locator(LIST).evaluate((list, texts) => {
    for (const text of texts)
      list.append(Object.assign(document.createElement('p'), { textContent: text }));
  }, texts);
  return page;
}
