import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { chooseFiles, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { cell, column, listedProblems, outlineEntry } from '#tests/support/workbook-page.ts';

const MEGABYTE = 1024 * 1024;
const ENGLISH =
  'Minutes of the meeting\n\nThe committee met on Tuesday and agreed on the next steps.\n';

const found = (page: Page) => page.getByRole('region', { name: '识别结果' });
const refusal = (page: Page) => page.getByRole('alert');
const storeButton = (page: Page) => page.getByRole('button', { name: '存入文件柜' });
const link = (page: Page, title: string) => page.getByRole('link', { name: title });

/** Checks that the device keeps no workbook, neither in the list nor behind it. */
async function expectNothingStored(page: Page): Promise<void> {
  await expect(page.getByText('文件柜还是空的')).toBeVisible();
  const databases = await page.evaluate(() => indexedDB.databases());
  expect(databases.filter(({ name }) => /^[dh]\./.test(name ?? ''))).toEqual([]);
}

async function anotherWindow(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await visit(other);
  return other;
}

/** Drags a file onto the page and lets go of it there. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([given.text], given.name, { type: 'text/plain' }));
      return transfer;
    },
    { name, text }
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await expect(page.getByText('松开鼠标，导入这些文件')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

test('a paper that is dropped is previewed and stored', async ({ page }) => {
  await visit(page);

  await drop(page, '交通.txt', sampleText('pdf-rows'));

  await expect(found(page)).toContainText('认出 4 张项目绩效目标表、26 行指标、3 段正文');
  await expectNothingStored(await anotherWindow(page));
  await storeInCabinet(page);
  await expect(outlineEntry(page, '2.公交站牌更新费')).toBeVisible();
});

test('a table that is pasted becomes a workbook', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), sampleText('pasted-table'));

  await page.keyboard.press('Control+v');

  await expect(found(page)).toContainText('认出 1 张项目绩效目标表、6 行指标');
  await storeInCabinet(page);
  await expect(page.getByLabel('表名')).toHaveValue('农村厕所改造补助绩效目标表');
  await expect(column(page, '三级指标')).toHaveCount(6);
});

test(
  'several files are looked through one by one and stored together',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await chooseFiles(
      page,
      paperFile('水务', sampleText('converted-word')),
      paperFile('教育', sampleText('converted-word-plain')),
      paperFile('空的', '')
    );
    await expect(refusal(page)).toContainText('不能导入：这个文件是空的');
    await page.getByRole('button', { name: '预览“教育.txt”' }).click();
    await expect(found(page)).toContainText('22 行指标');
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '全部存入文件柜（2）' }).click();

    await expect(link(page, '青泉县水务局2023年部门预算绩效文本')).toBeVisible();
    await expect(link(page, '云岭区教育局机关2024年部门预算绩效文本')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(3);
  }
);

test('every note leads to its line of the source', async ({ page }) => {
  await visit(page);
  await chooseFiles(page, paperFile('水务', sampleText('cut-off-table')));

  const source = page.getByRole('region', { name: '原文' });
  await expect(source.getByText('试水合格率')).not.toBeInViewport();

  await found(page).getByText('这一行在原文中不完整').click();

  await expect(source.getByText('试水合格率')).toBeInViewport();
});

test('lines that find no place are listed, none is dropped', { tag: '@long' }, async ({ page }) => {
  await visit(page);
  const lines = sampleText('pasted-table').split('\n').toSpliced(-3, 0, '扫描件第三页');
  await chooseFiles(page, paperFile('改厕', lines.join('\n')));

  const unplaced = found(page).getByRole('group').filter({ hasText: '没有归位的行' });
  await expect(unplaced.getByRole('listitem')).toContainText(['扫描件第三页']);
});

test('a table that is cut off is imported, its rest empty and noted', async ({ page }) => {
  await visit(page);
  await chooseFiles(page, paperFile('水务', sampleText('cut-off-table')));

  await expect(found(page)).toContainText('缺绩效指标描述、指标值、指标值确定依据，留空');
  await storeInCabinet(page);

  await expect(column(page, '三级指标')).toHaveText(['维修闸门数量', '试水合格率']);
  await expect(cell(page, 2, '指标值')).toHaveText('');
  await expect(listedProblems(page).first()).toBeVisible();
});

const REFUSED = [
  { what: 'an empty file', content: Buffer.from(''), sentence: '这个文件是空的' },
  {
    what: 'a binary file',
    content: Buffer.from(Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256)),
    sentence: '这个文件不是文本'
  },
  { what: 'an English text', content: Buffer.from(ENGLISH), sentence: '没有找到绩效目标表' }
];

for (const { what, content, sentence } of REFUSED) {
  test(`${what} is refused in one sentence and nothing is stored`, async ({ page }) => {
    await visit(page);
    await chooseFiles(page, { name: '别的.txt', mimeType: 'text/plain', buffer: content });

    await expect(refusal(page)).toContainText('“别的.txt”不能导入');
    await expect(refusal(page)).toContainText(sentence);
    await expect(storeButton(page)).toBeDisabled();
    await page.getByRole('button', { name: '取消' }).click();
    await expectNothingStored(page);
  });
}

test('a file of 300 MB is refused at once and nothing is stored', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('很大.txt');
  const file = openSync(path, 'w');
  ftruncateSync(file, 300 * MEGABYTE);
  closeSync(file);
  await visit(page);

  await page.getByLabel('选择要导入的文件').setInputFiles(path);

  await expect(refusal(page)).toContainText('这个文件太大');
  await page.keyboard.press('Escape');
  await expectNothingStored(page);
});

test('a preview that is cancelled stores nothing', { tag: '@long' }, async ({ page }) => {
  await visit(page);
  const paper = paperFile('水务', sampleText('converted-word'));
  for (const leave of [
    () => page.getByRole('button', { name: '取消' }).click(),
    () => page.keyboard.press('Escape')
  ]) {
    await chooseFiles(page, paper);
    await expect(found(page)).toBeVisible();
    await leave();
    await expectNothingStored(page);
  }
});

test('a person who is new here can try the sample', async ({ page }) => {
  await visit(page);

  await page.getByRole('button', { name: '打开一份样例试一试' }).click();

  await expect(found(page)).toContainText(/认出 \d+ 张项目绩效目标表/);
  await storeInCabinet(page);
  await expect(listedProblems(page).first()).toBeVisible();
});
