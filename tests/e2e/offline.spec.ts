import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { openSample } from '#tests/support/cabinet.ts';
import { visit } from '#tests/support/visit.ts';
import { cell, errorsOn, expectSaved, statusLine, typeInto } from '#tests/support/workbook-page.ts';

const SAMPLE = resolve(import.meta.dirname, '../samples/converted-word');
const PAPER = join(SAMPLE, 'input.txt');
const PRINTED = resolve(import.meta.dirname, '../samples/pdf-printed/input.pdf');
const TITLE: string = JSON.parse(readFileSync(join(SAMPLE, 'workbook.json'), 'utf8')).title;

/** Paths of everything that the page's caches hold. */
function cachedPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caches = await Promise.all(
      (await self.caches.keys()).map((name) => self.caches.open(name))
    );
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

const cabinet = (page: Page) => page.getByRole('heading', { name: '文件柜' });

test('starts after one visit with the server killed, at any address', async ({ page, server }) => {
  await visit(page);
  await server.kill();

  await page.reload();
  await expect(cabinet(page)).toBeVisible();
  const answer = await page.goto('/w/no-such-workbook');
  expect(answer?.fromServiceWorker()).toBe(true);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.goto('/');
  await expect(cabinet(page)).toBeVisible();
});

test(
  'starts with the server killed after the browser was killed',
  { tag: '@long' },
  async ({ freshProfile, server }) => {
    const before = await (await freshProfile.open()).newPage();
    await visit(before);
    await server.kill();
    await freshProfile.kill();

    const context = await freshProfile.open();
    const deep = await context.newPage();
    await deep.goto('/w/no-such-workbook');
    await expect(deep.getByRole('heading').first()).toBeVisible();
    const first = await context.newPage();
    await first.goto('/');
    await expect(cabinet(first)).toBeVisible();
  }
);

test('imports with the server killed, and has it after the browser was killed', async ({
  freshProfile,
  server
}) => {
  const page = await (await freshProfile.open()).newPage();
  await visit(page);
  await server.kill();
  await page.getByLabel('选择要导入的文件').setInputFiles(PAPER);
  await page.getByRole('button', { name: '存入文件柜' }).click();
  await page.waitForURL('**/w/*');
  await freshProfile.kill();

  const again = await (await freshProfile.open()).newPage();
  await again.goto('/');
  await expect(again.getByRole('link', { name: TITLE })).toBeVisible();
});

test(
  'imports a PDF with the server killed, though none was imported before',
  { tag: '@long' },
  async ({ page, server }) => {
    await visit(page);
    await server.kill();

    await page.getByLabel('选择要导入的文件').setInputFiles(PRINTED);
    await page.getByRole('button', { name: '存入文件柜' }).click();

    await page.waitForURL('**/w/*');
    await expect(page.getByRole('navigation', { name: '目录' })).toContainText('绩效目标表');
  }
);

test('has what was shown as saved after the browser was killed, with no server', async ({
  freshProfile,
  server
}) => {
  const page = await (await freshProfile.open()).newPage();
  await openSample(page);
  await server.kill();
  const errors = await errorsOn(statusLine(page));
  await typeInto(page, cell(page, 4, '指标值'), '2023年6月30日');
  await expect(cell(page, 4, '指标值')).toHaveText('2023年6月30日');
  await expectSaved(page);
  await freshProfile.kill();

  const again = await (await freshProfile.open()).newPage();
  await again.goto('/');
  await again.getByRole('link', { name: TITLE }).click();
  await expect(cell(again, 4, '指标值')).toHaveText('2023年6月30日');
  expect(await errorsOn(statusLine(again))).toBe(errors - 1);
  await again.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(cell(again, 4, '指标值')).toHaveText('1002023年6月30日');
});

test('keeps every part of the app, and nothing the server answers', async ({ build, page }) => {
  const parts = readdirSync(join(build, '_app/immutable'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.(js|css)$/.test(name))
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length).replaceAll('\\', '/'));
  await visit(page);
  await page.evaluate(() => fetch('/api/open', { method: 'POST', body: '{}' }));

  const kept = await cachedPaths(page);

  expect(kept).toEqual(expect.arrayContaining([...parts, '/200.html', '/manifest.webmanifest']));
  expect(kept.filter((path) => /^\/(api|sync)/.test(path))).toEqual([]);
});

test('leaves addresses of the server to the server', { tag: '@long' }, async ({ page }) => {
  await visit(page);

  const answer = await page.goto('/api/open');

  expect(answer?.status()).toBe(405);
});
