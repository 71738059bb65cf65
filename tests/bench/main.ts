import { resolve } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from '../../src/launch/build.mjs';
import { ensureChromium } from '../../src/launch/chromium.mjs';
import { startServerProcess } from '#tests/support/server.ts';
import { serveBenchPages } from './bench-pages.ts';
import { launchBrowser } from './browser.ts';
import { measureArranging } from './arrange.ts';
import { measureBatch } from './batch.ts';
import { measureBurst } from './burst.ts';
import { measureCheck } from './check.ts';
import { measureCommit } from './commit.ts';
import type { Figure } from './figure.ts';
import { measureFolder } from './folder.ts';
import { measureFormulas } from './formulas.ts';
import { measureGridScrolling, measureTyping } from './grid.ts';
import { measureImport } from './import.ts';
import { measureOffice } from './office.ts';
import { measureOpen } from './open.ts';
import { measurePaste } from './paste.ts';
import { measurePdf } from './pdf.ts';
import { measureScrolling, measureSidebar } from './sidebar.ts';
import { measureCrowd } from './sync/crowd.ts';
import { measureFirstSync } from './sync/first-sync.ts';
import { measureJournal } from './sync/journal-cost.ts';
import { measureRestart } from './sync/restart.ts';
import { measureTwoPeople } from './sync/two-people.ts';
import { measureSummary } from './summary.ts';
import { tableOf } from './table.ts';
import { measureTransfer } from './transfer.ts';
import { measureWeb } from './web.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Rows of a large department, and the most that a workbook is made for. */
const ROWS = [300, 10_000];
const ROUNDS = 25;
/** On 50 workbooks. */
const PEOPLE = [100, 500, 2000];

// usage: npm run bench [words]: only the figures whose names contain one of the words
const wanted = process.argv.slice(2);
await ensureBuilt(ROOT, process.execPath);
const chromium = await ensureChromium(ROOT, process.execPath);
const server = await startServerProcess();
const pages = await serveBenchPages();
const browser = await launchBrowser(chromium);

const steps: readonly (readonly [name: string, measure: () => Promise<Figure | Figure[]>])[] = [
  ...ROWS.map(
    (rows) =>
      [`commit ${rows}`, () => measureCommit(browser, pages, server.origin, rows, ROUNDS)] as const
  ),
  ['paste', () => measurePaste(browser, pages, server.origin, ROUNDS)],
  ...ROWS.map(
    (rows) => [`opening ${rows}`, () => measureOpen(browser, pages, rows, ROUNDS)] as const
  ),
  ['grid typing', () => measureTyping(browser, pages, server.origin)],
  ['grid scrolled', () => measureGridScrolling(browser, pages, server.origin)],
  ...ROWS.map((rows) => [`grid burst ${rows}`, () => measureBurst(browser, pages, rows)] as const),
  ['sorting and filtering', () => measureArranging(browser, pages, server.origin)],
  ['check', measureCheck],
  ['sidebar', () => measureSidebar(browser, server.origin)],
  ['sidebar scrolled', () => measureScrolling(browser, server.origin)],
  ['summary', () => measureSummary(browser, server.origin)],
  ['formulas', () => measureFormulas(browser, server.origin)],
  ['import', measureImport],
  ['office', measureOffice],
  ['web', measureWeb],
  ['pdf', () => measurePdf(browser)],
  ['folder', () => measureFolder(browser)],
  ['batch', () => measureBatch(browser, server.origin)],
  ['sync of two people', measureTwoPeople],
  ...PEOPLE.map((people) => [`sync of ${people} people`, () => measureCrowd(people)] as const),
  ['sync, first', measureFirstSync],
  ['sync, journal', measureJournal],
  ['sync, restart', measureRestart],
  ['transfer', () => measureTransfer(browser, server.origin)]
];

const figures: Figure[] = [];
try {
  for (const [name, measure] of steps) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    console.error(`… ${name}`);
    figures.push(...[await measure()].flat());
  }
} finally {
  await browser.close();
  pages.close();
  await server.dispose();
}
console.log(tableOf(figures));
