import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chooseFiles, paperFile } from '#tests/support/cabinet.ts';
import { countWorkers } from '#tests/support/counted-workers.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleExpectation, sampleFile, sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { outlineEntry } from '#tests/support/workbook-page.ts';

const WATER = paperFile('水务', sampleText('converted-word'));
const SCHOOLS = paperFile('教育', sampleText('converted-word-plain'));
const ROADS = paperFile('交通', sampleText('pdf-rows'));
const EMPTY = paperFile('空的', '');

/** A paper that takes a second or more to read. */
const slowPaper = (name: string) => paperFile(name, sampleText('converted-word').repeat(120));

const list = (page: Page) => page.getByRole('list', { name: '要导入的文件' });
const entry = (page: Page, name: string) =>
  list(page).getByRole('listitem').filter({ hasText: name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Drags files and folders of the disk onto the page, and lets go of them there. */
async function dropFromDisk(page: Page, ...files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}

test('each file has its own result, and one that is refused stops none', async ({ page }) => {
  await visit(page);
  await chooseFiles(page, WATER, EMPTY, ROADS);

  await expect(page.getByRole('heading', { name: '导入 3 个文件' })).toBeVisible();
  await expect(entry(page, '水务.txt')).toContainText(
    /读好了：7 张表、23 行指标，\d+ 处已修复，0 处没有归位/
  );
  await expect(entry(page, '空的.txt')).toContainText('不能导入：这个文件是空的');
  await expect(entry(page, '交通.txt')).toContainText('26 行指标');

  await button(page, '移除“空的.txt”').click();
  await expect(page.getByRole('heading', { name: '导入 2 个文件' })).toBeVisible();
  await button(page, '全部存入文件柜（2）').click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test(
  'one of several is stored from its preview, and the others remain',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await chooseFiles(page, WATER, SCHOOLS);

    await button(page, '预览“教育.txt”').click();
    await button(page, '存入文件柜').click();

    await expect(page.getByText('已存入文件柜 1 份')).toBeVisible();
    await expect(list(page).getByRole('listitem')).toHaveCount(1);
    await button(page, '存入文件柜').click();
    await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
    await page.getByRole('link', { name: '文件柜' }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
  }
);

test(
  'two are read at a time, and reading can be cancelled one by one and all at once',
  { tag: '@long' },
  async ({ page }) => {
    await countWorkers(page);
    await visit(page);
    await chooseFiles(page, ...['一', '二', '三', '四', '五'].map(slowPaper));

    await expect(list(page).getByText('读取中')).toHaveCount(2);
    await expect(list(page).getByText('等待')).toHaveCount(3);
    await button(page, '取消“一.txt”').click();
    await expect(list(page).getByRole('listitem')).toHaveCount(4);
    await expect(list(page).getByText('读取中')).toHaveCount(2);
    await expect(list(page).getByText('读好了')).not.toHaveCount(0, { timeout: 30_000 });
    await button(page, '停止读取').click();

    await expect(list(page).getByText('读好了').first()).toBeVisible();
    await expect(list(page).getByText('读取中')).toHaveCount(0);
    const counted = () =>
      page.evaluate(() => {
        const { running, most } = window as unknown as { running: number; most: number };
        return { running, most };
      });
    await expect.poll(counted).toEqual({ running: 0, most: 2 });
  }
);

test(
  'closing asks only where something that was read would be lost',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await chooseFiles(page, EMPTY, EMPTY);
    await expect(list(page).getByText('不能导入')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(page.getByText('文件柜还是空的')).toBeVisible();

    await chooseFiles(page, WATER, EMPTY);
    await expect(list(page).getByText('读好了')).toBeVisible();
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: '不导入这些文件了？' });
    await question.getByRole('button', { name: '继续导入' }).click();
    await expect(list(page)).toBeVisible();
    await button(page, '取消').click();
    await question.getByRole('button', { name: '不导入了' }).click();
    await expect(page.getByText('文件柜还是空的')).toBeVisible();
  }
);

test('files that are dropped later join the list', { tag: '@long' }, async ({ page }) => {
  await visit(page);
  await chooseFiles(page, WATER);
  await expect(page.getByRole('heading', { name: '导入预览' })).toBeVisible();

  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '交通.txt', { type: 'text/plain' }));
    return transfer;
  }, sampleText('pdf-rows'));
  await page.dispatchEvent('header', 'drop', { dataTransfer });

  await expect(page.getByRole('heading', { name: '导入 2 个文件' })).toBeVisible();
  await expect(list(page).getByText('读好了')).toHaveCount(2);
});

test(
  'a folder brings its papers and says how many other files it holds',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    const folder = testInfo.outputPath('各单位报送');
    const files = {
      '2 教育.txt': sampleText('converted-word-plain'),
      '10 交通/交通.txt': sampleText('pdf-rows'),
      '照片.jpg': '',
      '~$2 教育.docx': ''
    };
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await visit(page);

    await dropFromDisk(page, folder);

    await expect(list(page).locator('b')).toHaveText(['2 教育.txt', '交通.txt']);
    await expect(page.getByText('文件夹里另有 2 个文件不是绩效文本的格式，没有列入')).toBeVisible();
  }
);

test('several files become one workbook', async ({ page }) => {
  await visit(page);
  await chooseFiles(page, WATER, ROADS);
  await button(page, '合并成一份').click();

  // Both have prose under the same titles, which is there already.
  await expect(page.getByRole('heading', { name: '已经有的表' })).toBeVisible();
  await page.getByRole('group', { name: '全部' }).getByRole('button', { name: '两份都留' }).click();
  await button(page, '存入').click();

  await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
  await expect(outlineEntry(page, /^\d+\./)).toHaveCount(8);
  await expect(outlineEntry(page, '总体绩效目标')).toHaveCount(2);
});

test('a table that is pasted as HTML keeps its cells, which its text has lost', async ({
  page
}) => {
  await visit(page);
  const { bytes } = sampleFile('html-excel-clipboard');
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '一行文字');
    clipboardData.setData('text/html', html);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, new TextDecoder().decode(bytes));
  const { workbook } = sampleExpectation('html-excel-clipboard');
  const rows = workbook.sheets.reduce((count, sheet) => count + sheet.rows.length, 0);
  await expect(page.getByRole('region', { name: '识别结果' })).toContainText(`${rows} 行指标`);
});

test(
  'the empty cabinet and the file dialog name the same kinds of file',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await expect(
      page.getByText('Word、Excel、PDF、CSV、网页、纯文本、绩表文件：选择文件')
    ).toBeVisible();
    await expect(page.getByLabel('选择要导入的文件')).toHaveAttribute(
      'accept',
      /\.docx.*\.xlsx.*\.pdf.*\.csv.*\.html.*\.txt.*\.json/
    );
  }
);
