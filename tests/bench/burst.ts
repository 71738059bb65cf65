import { execFileSync, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Browser, Page } from '@playwright/test';
import { parseSyncLink } from '#lib/sync/link.ts';
import { linkToken } from '#lib/sync/token.ts';
import { startServerProcess } from '#tests/support/server.ts';
import { ROW } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import type { Figure } from './figure.ts';
import { openPlainTable } from './plain-page.ts';
import { quantile } from './samples.ts';
import { openSharedWorkbook } from './shared-workbook.ts';

const EDITS = 1000;
/** Milliseconds between two letters of somebody who types fast. */
const PACE = 60;
/** The longest frame that nobody notices, in milliseconds. */
const LONGEST = 50;
/** The cell that is typed into: third row, column 三级指标. */
const CELL = `${ROW} td:nth-of-type(4)`;

declare global {
  interface Window {
    /** Stops counting frames; how many milliseconds each of them took. */
    framesCounted: () => number[];
  }
}

/** The policy of Linux by which a process takes only what no other wants of the processor. */
const IDLE = ['-i', '0'];
/**
 * Linux shares the processor out among sessions first, and such a process is idle within its own one alone.
 * This is ours, with server and colleague; Playwright gives the browser one of its own.
 */
const SESSION = '/proc/self/autogroup';

/**
 * The frames of somebody who types into a cell while 1,000 edits of a colleague arrive, each by itself,
 * against plain Handsontable with as many texts put into it while it is typed into. Server and colleague,
 * which have machines of their own elsewhere, and what types here, take no time from the browser.
 */
export async function measureBurst(
  browser: Browser,
  pages: BenchPages,
  rows: number
): Promise<Figure[]> {
  const server = await startServerProcess();
  execFileSync('chrt', ['-a', '-p', ...IDLE, String(server.pid)]);
  const { page: app, address } = await openSharedWorkbook(browser, server.origin, rows);
  const plain = await openPlainTable(browser, pages, rows, app);
  const workbook = /\/w\/([\w-]+)/.exec(app.url())![1]!;
  const colleague = await startColleague(server.origin, workbook, address);
  yieldAsSession(true);
  const a = await framesWhile(app, async () => {
    colleague.send(EDITS);
    await once(colleague, 'message');
  });
  const b = await framesWhile(plain, () =>
    plain.evaluate((edits) => window.editPlainTable(edits), EDITS)
  );
  yieldAsSession(false);
  await Promise.all([app.context().close(), plain.context().close(), server.dispose()]);
  return [0.5, 0.99, 1].map((share) => ({
    name: `typing while ${EDITS} edits arrive, ${rows} rows, ${share === 1 ? 'longest' : `p${share * 100}`} frame`,
    unit: 'ms',
    measured: quantile(a, share),
    baseline: { name: 'plain Handsontable 18.0', value: quantile(b, share) },
    aim: share === 1 ? { most: LONGEST } : null
  }));
}

/** Lets this session take what is left of the processor, or its share again, which only root may ask for. */
function yieldAsSession(yields: boolean): void {
  if (process.getuid?.() === 0 && existsSync(SESSION)) writeFileSync(SESSION, yields ? '19' : '0');
}

/** Somebody who has opened a link and makes as many edits as they are told. */
async function startColleague(
  origin: string,
  workbook: string,
  address: string
): Promise<ChildProcess> {
  const link = parseSyncLink(address);
  if (!link) throw new Error(`burst: ${address} is no link`);
  const script = join(import.meta.dirname, 'burst-colleague.ts');
  const colleague = fork(script, [origin, workbook, linkToken(link)], {
    execPath: 'chrt',
    execArgv: [...IDLE, process.execPath]
  });
  await once(colleague, 'message');
  return colleague;
}

/** Types into the cell until something is done and shown; how long each frame took. */
async function framesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.locator(CELL).click();
  await page.keyboard.press('F2');
  await page.evaluate(countFrames);
  let done = false;
  const working = work().finally(() => (done = true));
  let typed = 0;
  const more = 20;
  for (let left = more; left > 0; left -= done ? 1 : 0) {
    await page.keyboard.press('x');
    await page.waitForTimeout(PACE);
    typed++;
  }
  await working;
  const text = await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).value);
  if (!text.endsWith('x'.repeat(typed))) throw new Error(`burst: ${typed} letters typed, ${text}`);
  return page.evaluate(() => window.framesCounted());
}

/** Runs in the page. */
function countFrames(): void {
  const times: number[] = [];
  let before = performance.now();
  let counting = true;
  const next = () => {
    const now = performance.now();
    times.push(now - before);
    before = now;
    if (counting) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.framesCounted = () => {
    counting = false;
    return times;
  };
}
