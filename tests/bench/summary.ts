import type { Browser, Page } from '@playwright/test';
import { tallyProblems } from '#lib/model/problem-tally.ts';
import { SUMMARY_VERSION, summaryOf } from '#lib/model/summary/summary.ts';
import { writeSummary } from '#lib/model/summary/summary-text.ts';
import { check } from '#lib/rules/check.ts';
import type { CatalogueEntry, StoredSummary } from '#lib/storage/catalogue.ts';
import { sampleExpectation } from '#tests/support/papers.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { median, quantile } from './samples.ts';

const WORKBOOKS = 500;
const PROJECTS = 20;
/** So many indicators has each project. */
const INDICATORS = 28;
const ROUNDS = 9;
const AIM = 500;
/** The first units, the levels and the rules. */
const BARS = { selector: 'section .bar', count: 30 };
/** The lines of the 文件柜. */
const LINES = { selector: 'tbody tr', count: WORKBOOKS };

/** What stands there once a page is painted. */
interface Painted {
  readonly selector: string;
  readonly count: number;
}

/** What the device keeps of many workbooks of as many units. */
interface Kept {
  readonly entries: readonly CatalogueEntry[];
  readonly summaries: readonly StoredSummary[];
}

function manyWorkbooks(): Kept {
  const workbook = largeWorkbook(PROJECTS * INDICATORS);
  const sheets = workbook.sheets.slice(0, PROJECTS);
  const { workbook: faulty } = sampleExpectation('pdf-rows');
  const summary = summaryOf({ ...workbook, sheets }, tallyProblems(check(faulty)));
  const numbers = Array.from({ length: WORKBOOKS }, (_, at) => at + 1);
  const editedAt = '2026-03-02T08:00:00.000Z';
  return {
    entries: numbers.map((number) => ({
      id: `bench-${number}`,
      title: `青泉县第${number}事务中心2026年部门预算绩效文本`,
      unit: `青泉县第${number}事务中心`,
      year: 2026,
      projects: PROJECTS,
      counts: { error: 12, warning: 9, info: 20 },
      createdAt: editedAt,
      editedAt,
      editedBy: '王芳',
      editorId: 'bench',
      deletedAt: '',
      sharing: null,
      ownerKey: '',
      pending: 0,
      syncedAt: ''
    })),
    summaries: numbers.map((number) => {
      const unit = `青泉县第${number}事务中心`;
      const projects = summary.projects.map((project, at) => ({
        ...project,
        unit,
        amount: String((number * 37 + at * 11) % 997)
      }));
      const indicators = summary.indicators.map((kind) => ({ ...kind, unit }));
      const text = writeSummary({ ...summary, units: [unit], projects, indicators });
      return { id: `bench-${number}`, version: SUMMARY_VERSION, editedAt, text };
    })
  };
}

/**
 * 汇总 over 500 workbooks of 20 projects, from the 文件柜 and from a new window, until its bars are painted,
 * against plainly reading what is kept of them; and the frames in which it is scrolled with all units open.
 */
export async function measureSummary(browser: Browser, origin: string): Promise<Figure[]> {
  const { context, page } = await newPage(browser);
  await page.goto(origin);
  await page.getByRole('heading', { name: '文件柜' }).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.evaluate(putAll, manyWorkbooks());
  const read: number[] = [];
  const followed: number[] = [];
  const frames: number[] = [];
  const opened: number[] = [];
  const cabinet: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(origin);
    cabinet.push(await page.evaluate(sinceOpening, LINES));
    read.push(await page.evaluate(readAll));
    const { time, longest } = await page.evaluate(follow, BARS);
    followed.push(time);
    frames.push(longest);
    await page.goto(`${origin}/summary`);
    opened.push(await page.evaluate(sinceOpening, BARS));
  }
  const scrolled = await scrollAll(page);
  await context.close();
  const name = `汇总 of ${WORKBOOKS} workbooks`;
  const baseline = { name: 'reading what is kept of them', value: median(read) };
  return [
    {
      name: `${name}, from the 文件柜 to its bars`,
      unit: 'ms',
      measured: median(followed),
      baseline,
      aim: { most: AIM }
    },
    {
      name: `${name}, longest frame meanwhile`,
      unit: 'ms',
      measured: median(frames),
      baseline: null,
      aim: null
    },
    {
      name: `${name}, in a new window`,
      unit: 'ms',
      measured: median(opened),
      baseline: { name: 'the 文件柜 with as many in a new window', value: median(cabinet) },
      aim: { most: AIM }
    },
    ...[
      { which: 'median', share: 0.5 },
      { which: 'longest', share: 1 }
    ].map(({ which, share }): Figure => ({
      name: `${name}, ${which} frame when scrolled with all units shown`,
      unit: 'ms',
      measured: quantile(scrolled, share),
      baseline: null,
      aim: which === 'longest' ? { most: 50 } : null
    }))
  ];
}

/** Runs in the page: keeps entries and summaries past the program. */
async function putAll({ entries, summaries }: Kept): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('jibiao');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['workbooks', 'summaries'], 'readwrite');
  for (const entry of entries) transaction.objectStore('workbooks').put(entry);
  for (const summary of summaries) transaction.objectStore('summaries').put(summary);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

/** Runs in the page: reads both stores and takes the texts apart. How long that took. */
async function readAll(): Promise<number> {
  const begun = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('jibiao');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(['workbooks', 'summaries']);
  const all = (store: string) =>
    new Promise<{ readonly text: string }[]>((resolve) => {
      const request = transaction.objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const [, summaries] = await Promise.all([all('workbooks'), all('summaries')]);
  for (const { text } of summaries) JSON.parse(text);
  const time = performance.now() - begun;
  database.close();
  return time;
}

/** Runs in the page: follows the link to 汇总. The time until its bars are painted, and the longest frame. */
function follow({
  selector,
  count
}: Painted): Promise<{ readonly time: number; readonly longest: number }> {
  const begun = performance.now();
  let [last, longest] = [begun, 0];
  document.querySelector<HTMLElement>('a[href="/summary"]')!.click();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      const drawn = document.querySelectorAll(selector).length;
      if (drawn >= count) resolve({ time: now - begun, longest });
      else requestAnimationFrame(() => port2.postMessage(null));
    };
    requestAnimationFrame(() => port2.postMessage(null));
  });
}

/** Runs in a page that is being opened: milliseconds from its beginning until this is painted. */
function sinceOpening({ selector, count }: Painted): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      if (document.querySelectorAll(selector).length >= count) resolve(performance.now());
      else nextFrame();
    };
    nextFrame();
  });
}

/** Shows all units and scrolls to the end. How long each frame took. */
async function scrollAll(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: `显示全部 ${WORKBOOKS} 个单位` }).click();
  await page
    .getByRole('list', { name: '资金' })
    .getByRole('listitem')
    .nth(WORKBOOKS - 1)
    .waitFor({ state: 'attached' });
  return page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    const painted = () =>
      new Promise<void>((resolve) => {
        port1.onmessage = () => resolve();
        requestAnimationFrame(() => port2.postMessage(null));
      });
    const times: number[] = [];
    const element = document.scrollingElement!;
    while (element.scrollTop + innerHeight < element.scrollHeight - 1) {
      const begun = performance.now();
      element.scrollTop += 120;
      await painted();
      times.push(performance.now() - begun);
    }
    return times;
  });
}
