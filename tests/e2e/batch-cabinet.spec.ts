import { readFile } from 'node:fs/promises';
import {
  batchLine,
  batchTable,
  button,
  checkFolder,
  counted,
  THREE
} from '#tests/support/batch-page.ts';
import { paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import {
  currentCell,
  expectKeyboardInGrid,
  listedProblems,
  outlineEntry
} from '#tests/support/workbook-page.ts';

const toCabinet = (page: Page) => page.getByRole('link', { name: '文件柜' }).click();

test('a paper is opened at its first error, stored then and only once, and the table is kept', async ({
  page
}, testInfo) => {
  await checkFolder(page, testInfo.outputPath('报送'), THREE);
  await button(page, '错误').click();
  await page.getByLabel(/^只看有错误的/).check();

  await button(page, '打开“水务.txt”').click();

  await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
  await expect(outlineEntry(page, /河道清淤/)).toHaveAttribute('aria-current', 'page');
  await expect(currentCell(page)).toHaveText('1002023年6月30日');

  await toCabinet(page);
  await expect(batchLine(page, '水务.txt')).toContainText('已存入文件柜');
  await expect(page.getByLabel(/^只看有错误的/)).toBeChecked();
  await expect(batchTable(page).getByRole('columnheader', { name: '错误' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  await button(page, '打开“水务.txt”').click();
  await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
  await toCabinet(page);
  await button(page, '返回文件柜').click();
  await button(page, '结束').click();
  // The line of titles and the one workbook.
  await expect(page.getByRole('row')).toHaveCount(2);
});

test(
  'what was mended counts as it stands in the cabinet, until it is deleted there',
  { tag: '@long' },
  async ({ page, context }, testInfo) => {
    await checkFolder(page, testInfo.outputPath('报送'), THREE);
    const line = batchLine(page, '水务.txt');
    const before = await counted(line, '错误');
    const sum = batchTable(page).locator('tfoot td.number').nth(1);
    const sumBefore = Number(await sum.innerText());

    await button(page, '打开“水务.txt”').click();
    await expect(currentCell(page)).toHaveText('1002023年6月30日');
    await expectKeyboardInGrid(page);
    await page.keyboard.type('2023');
    await page.keyboard.type('年6月30日前');
    // Left as it stands in the editor, without Enter.
    await toCabinet(page);

    await expect(line).toContainText('按修改后的计');
    await expect.poll(() => counted(line, '错误')).toBe(before - 1);
    await expect(sum).toHaveText(String(sumBefore - 1));

    const other = await context.newPage();
    await other.goto('/');
    await other.getByRole('button', { name: '的操作' }).click();
    await other.getByRole('menuitem', { name: '删除' }).click();
    await expect(line.locator('td').last()).toHaveText('已检查');
    await expect.poll(() => counted(line, '错误')).toBe(before);

    await other.getByRole('button', { name: '撤销' }).click();
    await expect(line).toContainText('按修改后的计');
    await expect.poll(() => counted(line, '错误')).toBe(before - 1);
  }
);

test(
  'a file that comes once more takes the place of the former one where the person says so',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    await checkFolder(page, testInfo.outputPath('报送'), THREE);
    const mended = sampleText('converted-word').replace('1002023年6月30日', '2023年6月30日前');
    const before = await counted(batchLine(page, '水务.txt'), '错误');

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, '添加文件').click()
    ]);
    await chooser.setFiles([paperFile('水务', mended)]);
    await expect(page.getByText('有 1 个文件与表中原有的同名：“水务.txt”')).toBeVisible();
    await expect(batchLine(page, '水务.txt')).toHaveCount(2);
    await button(page, '只留新的').click();

    await expect(batchLine(page, '水务.txt')).toHaveCount(1);
    await expect.poll(() => counted(batchLine(page, '水务.txt'), '错误')).toBeLessThan(before);
  }
);

test(
  'what was waived in the cabinet stands as such in the review sheet of the unit',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    const one = new Map([['水务.txt', sampleText('converted-word')]]);
    await checkFolder(page, testInfo.outputPath('报送'), one);
    const line = batchLine(page, '水务.txt');
    const before = await counted(line, '错误');
    await button(page, '打开“水务.txt”').click();
    const wrongDate = listedProblems(page).filter({ hasText: '日期写错' });
    await wrongDate.getByRole('button', { name: '豁免…' }).click();
    const dialog = page.getByRole('dialog', { name: '豁免' });
    await dialog.getByLabel('豁免理由').fill('上级统一口径');
    await dialog.getByLabel('我的姓名').fill('王芳');
    await dialog.getByRole('button', { name: '豁免', exact: true }).click();
    await expect(dialog).toBeHidden();
    await toCabinet(page);

    await expect.poll(() => counted(line, '错误')).toBe(before - 1);
    const download = page.waitForEvent('download');
    await button(page, '导出审核意见').click();
    await page.getByRole('menuitem', { name: '（网页）' }).click();
    const review = await page.context().newPage();
    await review.setContent(await readFile(await (await download).path(), 'utf8'));
    const accepted = review.getByRole('row').filter({ hasText: '豁免理由：上级统一口径（王芳，' });
    await expect(accepted.getByRole('cell').nth(1)).toHaveText('已豁免');
    await expect(review.getByText('已豁免 1 处')).toBeVisible();
  }
);
