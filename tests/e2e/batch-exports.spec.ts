import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { importFile } from '#lib/importers/import.ts';
import { batchLine, batchTable, button, checkFolder, THREE } from '#tests/support/batch-page.ts';
import { chooseFiles, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';

async function handedOut(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(await readFile(await download.path()))
  };
}

const handedOutReviews = (page: Page, format: string) =>
  handedOut(page, async () => {
    await button(page, '导出审核意见').click();
    await page.getByRole('menuitem', { name: format }).click();
  });

test('all is exported as a spreadsheet that says what the table says', async ({
  page
}, testInfo) => {
  await checkFolder(page, testInfo.outputPath('报送'), THREE);

  const { name, bytes } = await handedOut(page, () => button(page, '导出 Excel 表格').click());
  expect(name).toBe('批量检查结果.xlsx');
  const result = await importFile({ name, bytes });
  if (!result.ok) throw new Error(result.sentence);
  const [listed, frequent, problems] = result.workbook.sheets;
  expect([listed, frequent, problems].map((sheet) => sheet!.title)).toEqual([
    '检查结果',
    '常见问题',
    '全部问题'
  ]);
  const shown = await batchLine(page, '水务.txt').locator('td').allInnerTexts();
  const [written] = listed!.rows.filter(({ cells }) => cells.A?.endsWith('水务.txt'));
  expect(['E', 'F', 'G', 'H', 'I'].map((id) => written!.cells[id])).toEqual(shown.slice(4, 9));
  const counts = await batchTable(page).locator('tfoot td.number').allInnerTexts();
  const found = counts.slice(1, 4).reduce((sum, count) => sum + Number(count), 0);
  expect(problems!.rows.length - 1).toBe(found);
});

test(
  'each unit gets one review sheet over all its papers, in Word or as a web page',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    const more = sampleText('converted-word').replace('1002023年6月30日', '2023年6月30日前');
    await checkFolder(
      page,
      testInfo.outputPath('报送'),
      new Map([...THREE, ['补报/水务.txt', more]])
    );

    const { name, bytes } = await handedOutReviews(page, '审核意见（Word）');
    expect(name).toBe('审核意见.zip');
    const documents = unzipSync(bytes);
    expect(Object.keys(documents).toSorted()).toEqual(
      ['云岭区教育局机关 审核意见.docx', '青泉县水务局 审核意见.docx'].toSorted()
    );

    const pages = unzipSync((await handedOutReviews(page, '审核意见（网页）')).bytes);
    const review = await page.context().newPage();
    await review.setContent(Buffer.from(pages['青泉县水务局 审核意见.html']!).toString());
    await expect(review.getByText('审核文本：2 份')).toBeVisible();
    const front = review.getByRole('table').first();
    for (const file of ['补报/水务.txt', '水务.txt']) {
      const shown = await batchTable(page)
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: file, exact: true }) })
        .getByRole('cell')
        .allInnerTexts();
      const written = front
        .getByRole('row')
        .filter({ has: review.getByRole('cell', { name: file, exact: true }) })
        .getByRole('cell');
      expect((await written.allInnerTexts()).slice(3, 6)).toEqual(shown.slice(5, 8));
    }
    await expect(review.getByRole('heading', { name: /^文本 [12]：/ })).toHaveCount(2);
  }
);

test('the review sheet of a single unit is handed out as it is', async ({ page }, testInfo) => {
  const one = new Map([['水务.txt', sampleText('converted-word')]]);
  await checkFolder(page, testInfo.outputPath('报送'), one);
  const { name, bytes } = await handedOutReviews(page, '审核意见（Word）');
  expect(name).toBe('青泉县水务局 审核意见.docx');
  expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
});

test.describe('while a file is being made', () => {
  test.use({ serviceWorkers: 'block' });

  test('it is said, and can be cancelled; nothing is saved then', async ({ page }) => {
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await page.goto('/');
    await chooseFiles(page, paperFile('水务', sampleText('converted-word')), paperFile('空的', ''));
    await button(page, '检查这些文件').click();
    await expect(button(page, '导出 Excel 表格')).toBeEnabled();
    const held: (() => void)[] = [];
    await page.route('**/workers/**', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue().catch(() => undefined);
    });

    for (const [name, label] of [
      ['导出 Excel 表格', '检查结果'],
      ['导出审核意见', '审核意见']
    ] as const) {
      await button(page, name).click();
      if (label === '审核意见') await page.getByRole('menuitem', { name: '（Word）' }).click();
      await expect(page.getByText(`正在导出${label}…`)).toBeVisible();
      await expect(page.getByRole('progressbar', { name: '导出进度' })).toBeVisible();
      await button(page, '取消导出').click();
      await expect(page.getByText('已取消导出').last()).toBeVisible();
      await expect(button(page, name)).toBeEnabled();
    }
    for (const release of held) release();
    expect(downloads).toBe(0);
  });
});
