import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { BUILT } from '#tests/support/server.ts';

/** The built app in a folder of the test's own, where a newer version may replace it. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern
  build: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'jibiao-build-'));
    cpSync(BUILT, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Puts a newer version in place, as a build under a running server does. */
function publish(build: string, version: string): void {
  const { version: old } = JSON.parse(readFileSync(join(build, '_app/version.json'), 'utf8'));
  rewrite(join(build, '_app/version.json'), old, version);
  rewrite(join(build, 'service-worker.js'), old, version);
  rewrite(join(build, '200.html'), '<title>绩表</title>', `<title>绩表 ${version}</title>`);
}

function rewrite(file: string, old: string, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(old)) throw new Error(`${file} does not hold ${old}`);
  writeFileSync(file, text.replaceAll(old, replacement));
}

/** A visit whose version is kept on the device. */
async function visit(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '文件柜' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Does what the browser does by itself when an hour has passed. */
async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

/** Leaves a trace in a window that only loading it again takes away. */
async function markWindow(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.dataset.mark = 'here'));
}

const marked = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset.mark === 'here');
const version = (page: Page) => page.locator('title').textContent();
const notice = (page: Page) => page.getByRole('status').filter({ hasText: '有新版本' });

test('asks for a new version and takes it when told', async ({ page, build }) => {
  await visit(page);
  await expect(notice(page)).toBeHidden();
  await markWindow(page);

  publish(build, 'second');
  await lookForUpdate(page);
  await expect(notice(page)).toBeVisible();
  expect(await marked(page)).toBe(true);

  await page.getByRole('button', { name: '现在更新' }).click();
  await expect.poll(() => version(page)).toBe('绩表 second');
  expect(await marked(page)).toBe(false);
  await expect(notice(page)).toBeHidden();
});
