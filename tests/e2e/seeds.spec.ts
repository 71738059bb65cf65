import { readFile } from 'node:fs/promises';
import { chooseFiles, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { hasSeeds, seedText, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { cellAt, outlineEntry } from '#tests/support/workbook-page.ts';

test.skip(!hasSeeds, WITHOUT_SEEDS);

const found = (page: Page) => page.getByRole('region', { name: '识别结果' });
const group = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '目录' }).getByText(name, { exact: true });

async function importSeed(page: Page, number: string): Promise<void> {
  await visit(page);
  await chooseFiles(page, paperFile(number, seedText(number)));
  await expect(found(page)).toContainText('原文的每一行都有着落');
}

test('a paper of briefs is imported and shown', async ({ page }) => {
  await importSeed(page, '003');
  await expect(found(page)).toContainText('15 个项目说明');
  await storeInCabinet(page);

  await expect(group(page, '项目说明（15）')).toBeVisible();
  await expect(group(page, '自由表（1）')).toBeVisible();
  await group(page, '项目说明（15）').locator('xpath=following::button[1]').click();
  await expect(page.getByLabel('资金合计')).toHaveValue('50');
  await expect(page.getByLabel('其中合计')).toHaveText('50.00');
});

test('a budget disclosure is imported and shown, and comes back from Word and Excel', async ({
  page
}) => {
  await importSeed(page, '004');
  await expect(found(page)).toContainText('24 张项目绩效目标表、166 行指标');
  await storeInCabinet(page);

  await expect(group(page, '预算公开表（12）')).toBeVisible();
  await expect(group(page, '项目绩效目标表（24）')).toBeVisible();
  await outlineEntry(page, '支出总表').click();
  await expect(cellAt(page, 1, 3)).toHaveText('1220.18');

  for (const format of ['Word 文档', 'Excel 表格']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    const file = await download;
    const buffer = await readFile(await file.path());

    await page.getByRole('link', { name: '文件柜' }).click();
    await page
      .getByLabel('选择要导入的文件')
      .setInputFiles({ name: file.suggestedFilename(), mimeType: '', buffer });
    await expect(found(page)).toContainText('24 张项目绩效目标表、166 行指标');
    await expect(found(page)).toContainText('原文的每一行都有着落');
    await storeInCabinet(page);
    await expect(group(page, '预算公开表（12）')).toBeVisible();
  }
});
