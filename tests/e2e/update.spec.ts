import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { BUILT } from '#tests/support/server.ts';
import { visit } from '#tests/support/visit.ts';

const HOUR = 60 * 60 * 1000;

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
function publish(build: string): void {
  const { version } = JSON.parse(readFileSync(join(build, '_app/version.json'), 'utf8'));
  rewrite(join(build, 'service-worker.js'), version, `${version}-newer`);
  rewrite(join(build, '200.html'), '<html ', '<html data-version="newer" ');
}

function rewrite(file: string, old: string, replacement: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(old)) throw new Error(`${file} does not hold ${old}`);
  writeFileSync(file, text.replaceAll(old, replacement));
  for (const ending of ['br', 'gz']) rmSync(`${file}.${ending}`);
}

/** A visit to the older version, in a window with a trace that only loading it again takes away. */
async function visitOlder(page: Page): Promise<void> {
  await visit(page);
  await expect(notice(page)).toBeHidden();
  await page.evaluate(() => (document.documentElement.dataset.untouched = ''));
}

/** Does what the page does when it is shown again after a while. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function expectOlder(page: Page): Promise<void> {
  await expect(page.locator('html[data-untouched]:not([data-version])')).toBeAttached();
}

async function expectNewer(page: Page): Promise<void> {
  await expect(page.locator('html[data-version=newer]:not([data-untouched])')).toBeAttached();
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: '有新版本' });
const updateNow = (page: Page) => page.getByRole('button', { name: '现在更新' });

test('asks for a new version and takes it when told', async ({ page, build }) => {
  await visitOlder(page);
  publish(build);

  await comeBack(page);
  await expect(notice(page)).toBeVisible();
  await expectOlder(page);

  await updateNow(page).click();
  await expectNewer(page);
  await expect(notice(page)).toBeHidden();
});

test(
  'stays with its version after 稍后, and asks again when it is started again',
  { tag: '@long' },
  async ({ page, build }) => {
    await visitOlder(page);
    publish(build);
    await comeBack(page);

    await page.getByRole('button', { name: '稍后' }).click();
    await expect(notice(page)).toBeHidden();
    await expectOlder(page);

    await page.reload();
    await expect(notice(page)).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-version');
  }
);

test('looks for a new version every hour', { tag: '@long' }, async ({ page, build }) => {
  await page.clock.install();
  await visitOlder(page);
  publish(build);

  await page.clock.fastForward(HOUR);

  await expect(notice(page)).toBeVisible();
  await expectOlder(page);
});

test(
  'leaves the other windows alone when one takes the new version',
  { tag: '@long' },
  async ({ context, page, build }) => {
    const other = await context.newPage();
    await visitOlder(other);
    await visitOlder(page);
    publish(build);
    await comeBack(page);

    await updateNow(page).click();
    await expectNewer(page);
    const told = other.getByRole('status').filter({ hasText: '绩表已在另一个窗口更新' });
    await expect(told).toBeVisible();
    await expectOlder(other);

    await updateNow(other).click();
    await expectNewer(other);
    await expectNewer(page);
  }
);
