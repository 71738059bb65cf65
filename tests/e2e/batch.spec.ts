import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { FORMATS } from '#lib/exporters/formats.ts';
import { importFile } from '#lib/importers/import.ts';
import { countProblems } from '#lib/model/problem.ts';
import { check } from '#lib/rules/check.ts';
import { chooseFiles, paperFile } from '#tests/support/cabinet.ts';
import { countWorkers } from '#tests/support/counted-workers.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleFile, sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { currentCell, outlineEntry } from '#tests/support/workbook-page.ts';

const SAMPLES = [
  'converted-word',
  'converted-word-plain',
  'csv-gb18030',
  'docx-merged-cells',
  'docx-automatic-numbering',
  'html-layout-tables',
  'html-full-width',
  'local-levels',
  'lost-columns',
  'ocr-disclosure',
  'ocr-projects',
  'pdf-rows',
  'pdf-printed',
  'tsv-utf-16',
  'xlsx-several-sheets'
];
const BROKEN = '坏的.docx';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const table = (page: Page) => page.getByRole('table', { name: '批量检查结果' });
const line = (page: Page, file: string) =>
  table(page).locator('tbody tr').filter({ hasText: file });
const column = (page: Page, nth: number) =>
  table(page).locator(`tbody tr td:nth-child(${nth + 1})`);

/** Files of every format: samples, one of them as each format hands it out, and a broken one. */
async function papers(): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>([[BROKEN, Buffer.from('PK\x03\x04 no package')]]);
  for (const sample of SAMPLES) {
    const { name, bytes } = sampleFile(sample);
    files.set(`${sample}.${name.split('.').at(-1)}`, bytes);
  }
  const paper = await importFile({
    name: '青泉县.txt',
    bytes: Buffer.from(sampleText('converted-word'))
  });
  if (!paper.ok) throw new Error(paper.sentence);
  for (const { id, extension, write } of FORMATS) {
    if (id !== 'csv') files.set(`导出${extension}`, await write(paper.workbook));
  }
  return files;
}

/** What the table has to say of a file: the texts of its cells but the first and the last. */
async function expectedLine(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const result = await importFile({ name, bytes });
  if (!result.ok) return Array(8).fill('');
  const { workbook, notes } = result;
  const { error, warning, info } = countProblems(check(workbook));
  return [
    workbook.year === null ? '' : String(workbook.year),
    ...[
      workbook.sheets.filter(({ kind }) => kind === 'project').length,
      error,
      warning,
      info,
      notes.filter(({ kind }) => kind === 'unplaced').length
    ].map(String)
  ];
}

async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>
): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Drags a folder of the disk onto the page, and lets go of it there. */
async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}

/** Chooses a folder with these papers and checks it to the end. */
async function checkFolder(
  page: Page,
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>
): Promise<void> {
  await writeFolder(folder, files);
  await visit(page);
  await button(page, '批量检查').click();
  await page.getByLabel('选择要检查的文件夹').setInputFiles(folder);
  await expect(button(page, '导出 Excel 表格')).toBeEnabled({ timeout: 40_000 });
}

const THREE = new Map([
  ['水务.txt', sampleText('converted-word')],
  ['教育/教育.txt', sampleText('converted-word-plain')],
  ['空的.txt', '']
]);

test('a dropped folder of every format becomes a table that says what each file holds', async ({
  page
}, testInfo) => {
  const files = await papers();
  const folder = testInfo.outputPath('各单位报送');
  await writeFolder(folder, files);
  await visit(page);

  await dropFolder(page, folder);
  await button(page, '检查这些文件').click();

  const checked = `已检查 ${files.size - 1} 个，不能检查 1 个`;
  await expect(page.getByText(checked, { exact: true })).toBeVisible({ timeout: 40_000 });
  const sums = [0, 0, 0, 0, 0];
  for (const [name, bytes] of files) {
    const cells = await line(page, name).locator('td').allInnerTexts();
    const expected = await expectedLine(name, bytes);
    expect([name, ...cells.slice(3, -1)]).toEqual([name, ...expected.slice(0, 6)]);
    expected.slice(1).forEach((text, index) => (sums[index]! += Number(text)));
  }
  await expect(line(page, BROKEN)).toContainText('不能检查：这个文件不完整');
  await expect(table(page).locator('tfoot td.number')).toHaveText(sums.slice(0, 5).map(String));

  await page.getByRole('link', { name: '文件柜' }).or(button(page, '返回文件柜')).click();
  await button(page, '结束').click();
  await expect(page.getByText('文件柜还是空的')).toBeVisible();
});

test('the table is sorted by its columns and shows only what has errors', async ({
  page
}, testInfo) => {
  await checkFolder(page, testInfo.outputPath('报送'), THREE);

  await button(page, '错误').click();
  await expect(table(page).getByRole('columnheader', { name: '错误' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const errors = (await column(page, 5).allInnerTexts()).filter((text) => text !== '').map(Number);
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  await expect(column(page, 0).last()).toHaveText('空的.txt');
  await expect(line(page, '教育/教育.txt')).toHaveCount(1);

  await page.getByLabel('只看有错误的').check();
  await expect(table(page).locator('tbody tr')).toHaveCount(
    errors.filter((count) => count > 0).length
  );
  await expect(line(page, '空的.txt')).toHaveCount(0);

  await button(page, /^常见问题 \d+$/).click();
  const frequent = page.getByRole('table', { name: '常见问题' });
  await expect(frequent.locator('tbody tr').first()).toContainText('错误');
  await expect(frequent.locator('tbody tr').first()).toContainText('/ 2');
});

test('a paper is opened at its first error, stored then and only once, and the table is kept', async ({
  page
}, testInfo) => {
  await checkFolder(page, testInfo.outputPath('报送'), THREE);

  await button(page, '打开“水务.txt”').click();

  await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
  await expect(outlineEntry(page, /河道清淤/)).toHaveAttribute('aria-current', 'page');
  await expect(currentCell(page)).toHaveText('1002023年6月30日');

  await page.getByRole('link', { name: '文件柜' }).click();
  await expect(line(page, '水务.txt')).toContainText('已存入文件柜');
  await button(page, '打开“水务.txt”').click();
  await expect(page.getByLabel('工作簿名称')).toHaveValue(/青泉县水务局/);
  await page.getByRole('link', { name: '文件柜' }).click();
  await button(page, '返回文件柜').click();
  await button(page, '结束').click();
  // The line of titles and the one workbook.
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('the check is stopped and goes on, two at a time', async ({ page }) => {
  await countWorkers(page);
  await visit(page);
  const slow = (name: string) => paperFile(name, sampleText('converted-word').repeat(40));
  await chooseFiles(page, ...['一', '二', '三', '四', '五'].map(slow));
  await button(page, '检查这些文件').click();

  await expect(table(page).getByText('检查中')).toHaveCount(2);
  await button(page, '停止检查').click();
  await expect(button(page, '继续检查')).toBeVisible();
  await expect(table(page).getByText('检查中')).toHaveCount(0);
  const counted = () =>
    page.evaluate(() => {
      const { running, most } = window as unknown as { running: number; most: number };
      return { running, most };
    });
  await expect.poll(counted).toEqual({ running: 0, most: 2 });

  await button(page, '继续检查').click();
  await expect(page.getByText('已检查 5 个', { exact: true })).toBeVisible({ timeout: 50_000 });
  await expect.poll(counted).toEqual({ running: 0, most: 2 });
});

test('more files than belong to one review are said to be left out', async ({ page }) => {
  await visit(page);
  await button(page, '批量检查').click();
  const files = Array.from({ length: 502 }, (_, index) => paperFile(String(index + 1), ''));
  await page.getByLabel('选择要检查的文件', { exact: true }).setInputFiles(files);

  await expect(page.getByText('另有 2 个没有列入（一次最多 500 个）')).toBeVisible();
  await expect(table(page).locator('tbody tr')).toHaveCount(500);
  await expect(page.getByText('不能检查 500 个')).toBeVisible({ timeout: 40_000 });
});

test('all is exported as a spreadsheet, and as a review sheet for each unit', async ({
  page
}, testInfo) => {
  await checkFolder(page, testInfo.outputPath('报送'), THREE);

  const [xlsx] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '导出 Excel 表格').click()
  ]);
  expect(xlsx.suggestedFilename()).toBe('批量检查结果.xlsx');
  const result = await importFile({
    name: '批量检查结果.xlsx',
    bytes: await readFile(await xlsx.path())
  });
  if (!result.ok) throw new Error(result.sentence);
  const [listed, , problems] = result.workbook.sheets;
  expect(listed!.title).toBe('检查结果');
  const shown = await line(page, '水务.txt').locator('td').allInnerTexts();
  const [written] = listed!.rows.filter(({ cells }) => cells.A?.endsWith('水务.txt'));
  expect(['E', 'F', 'G', 'H', 'I'].map((id) => written!.cells[id])).toEqual(shown.slice(4, 9));
  const counts = await table(page).locator('tfoot td.number').allInnerTexts();
  const found = counts.slice(1, 4).reduce((sum, count) => sum + Number(count), 0);
  expect(problems!.rows.length - 1).toBe(found);

  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    button(page, '导出审核意见').click()
  ]);
  const sheets = Object.entries(unzipSync(await readFile(await zip.path())));
  expect(sheets.map(([name]) => name)).toEqual([
    expect.stringMatching(/审核意见.*\.docx$/),
    expect.stringMatching(/审核意见.*\.docx$/)
  ]);
  for (const [, bytes] of sheets)
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
