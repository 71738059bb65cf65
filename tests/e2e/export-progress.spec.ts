import { readFile } from 'node:fs/promises';
import { createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import { storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { visit } from '#tests/support/visit.ts';
import { listedProblems, outlineEntry } from '#tests/support/workbook-page.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

async function exportAs(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: format }).click();
}

const progress = (page: Page) => page.getByRole('progressbar', { name: /^正在导出/ });

/** The longest that a page may stand still, in milliseconds, with room for a slow machine. */
const LONGEST_PAUSE = 300;

/** A workbook of many projects as a file. */
function largeFile(projects: number) {
  const ids = countingIds();
  const sheets = Array.from({ length: projects }, (_, index) => {
    const sheet = projectSheet(ids(), { number: `${index + 1}.` });
    const rows = sheet.rows.map(({ cells }) => ({
      id: ids(),
      cells: { ...cells, level3: `第${index + 1}河段${cells.level3}` }
    }));
    return { ...sheet, rows };
  });
  const workbook = createWorkbook({ title: '全县项目绩效目标汇总', year: 2026, sheets });
  const buffer = Buffer.from(JSON.stringify(workbook));
  return { name: '汇总.json', mimeType: 'application/json', buffer };
}

test.describe('while a file is not ready', () => {
  test.use({ serviceWorkers: 'block' });

  test('it is said, and can be cancelled; nothing is saved then', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: '新建', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    const held: (() => void)[] = [];
    await page.route('**/workers/**', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });

    await exportAs(page, 'Word 文档');
    await expect(page.getByText('正在导出Word 文档…')).toBeVisible();
    await expect(progress(page)).toBeVisible();
    await page.getByRole('button', { name: '取消' }).click();
    await expect(page.getByText('已取消导出')).toBeVisible();
    await expect(progress(page)).toBeHidden();

    for (const release of held) release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await exportAs(page, 'Excel 表格');
    await expect(page.getByText(/^已导出/)).toBeVisible();
    expect(downloads).toBe(1);
  });

  test('an export that fails says so in a sentence', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: '新建', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
    await page.route('**/workers/**', (route) => route.abort());

    await exportAs(page, 'Word 文档');

    await expect(page.getByText('没能导出Word 文档；请重试，或换一种格式导出。')).toBeVisible();
    await expect(progress(page)).toBeHidden();
  });
});

test(
  'the page stays alive while a large workbook is written',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await page.getByLabel('选择要导入的文件').setInputFiles([largeFile(600)]);
    await storeInCabinet(page);
    await expect(outlineEntry(page, '600.')).toBeAttached();
    await expect(listedProblems(page).first()).toBeVisible();
    // To look for a role among thousands of entries takes the page seconds.
    await page.locator('header button', { hasText: '导出' }).click();
    const word = page.locator('[role=menuitem]', { hasText: 'Word 文档' });
    await word.hover();
    await page.evaluate(() => {
      const watched = window as unknown as { longest: number };
      watched.longest = 0;
      let last = performance.now();
      const tick = (now: number) => {
        watched.longest = Math.max(watched.longest, now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });

    const download = page.waitForEvent('download');
    await word.click();
    const file = await download;

    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    expect(longest).toBeLessThan(LONGEST_PAUSE);
  }
);
