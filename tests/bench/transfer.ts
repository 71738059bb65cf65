import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';

const FIRST_PAGE_AIM = { most: 150 };
const WORKBOOK_AIM = { most: 400 };

/**
 * The JavaScript that the first page and a workbook load into a browser that has none of it: until the
 * workbook is there, and with what it fetches afterwards, the rules, until it asks for nothing more.
 */
export async function measureTransfer(browser: Browser, origin: string): Promise<Figure[]> {
  // The service worker fetches the whole app for later: that is not what a page waits for.
  const { context, page } = await newPage(browser, { serviceWorkers: 'block' });
  const first = await scriptsOf(page, origin);
  await page.getByRole('button', { name: '新建', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
  await page.waitForURL('**/w/*');
  const workbook = await scriptsOf(await context.newPage(), page.url());
  await context.close();
  return [
    ...(await figuresOf('first page', first.all, FIRST_PAGE_AIM)),
    ...(await figuresOf('workbook page', workbook.untilShown, WORKBOOK_AIM)),
    ...(await figuresOf('workbook page with the rules', workbook.all, null))
  ];
}

/** The addresses of the scripts that a page loads. */
interface Scripts {
  /** Until it asks for nothing more. */
  readonly all: readonly string[];
  /** Those of them that were asked for before its content was there. */
  readonly untilShown: readonly string[];
}

async function scriptsOf(page: Page, address: string): Promise<Scripts> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript')) scripts.add(response.url());
  });
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('main') === null) return;
      performance.mark('shown');
      observer.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const begun = await page.evaluate(() => {
    const [shown] = performance.getEntriesByName('shown');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime <= shown!.startTime)
      .map(({ name }) => name);
  });
  const all = [...scripts];
  return { all, untilShown: all.filter((script) => begun.includes(script)) };
}

async function figuresOf(
  name: string,
  scripts: readonly string[],
  aim: Figure['aim']
): Promise<Figure[]> {
  const sizes = await Promise.all(scripts.map(sizesOf));
  const sum = (kind: keyof Sizes) => sizes.reduce((total, size) => total + size[kind], 0) / 1000;
  const baseline = { name: 'not compressed', value: sum('whole') };
  return [
    { name: `JavaScript of the ${name}, gzip`, measured: sum('gzip'), baseline },
    { name: `JavaScript of the ${name}, brotli`, measured: sum('brotli'), baseline },
    { name: `JavaScript of the ${name}, as sent`, measured: sum('sent'), baseline }
  ].map((figure) => ({ ...figure, unit: 'kB', aim }));
}

interface Sizes {
  readonly whole: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly sent: number;
}

async function sizesOf(script: string): Promise<Sizes> {
  const response = await fetch(script, { headers: { 'accept-encoding': 'br, gzip' } });
  const sent = Number(response.headers.get('content-length'));
  const body = new Uint8Array(await response.arrayBuffer());
  return {
    whole: body.length,
    gzip: gzipSync(body).length,
    brotli: brotliCompressSync(body).length,
    sent
  };
}
