import { FORMATS } from '#lib/exporters/formats.ts';
import { importFile } from '#lib/importers/import.ts';
import { countProblems } from '#lib/model/problem.ts';
import { check } from '#lib/rules/check.ts';
import {
  batchLine,
  batchTable,
  button,
  checkFolder,
  THREE,
  writeFolder
} from '#tests/support/batch-page.ts';
import { chooseFiles, paperFile } from '#tests/support/cabinet.ts';
import { countWorkers } from '#tests/support/counted-workers.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleFile, sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';

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

const column = (page: Page, nth: number) =>
  batchTable(page).locator(`tbody tr td:nth-child(${nth + 1})`);

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
  if (!result.ok) return [];
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

/** Drags a folder of the disk onto the page, and lets go of it there. */
async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  }
}

test(
  'a dropped folder of every format becomes a table that says what each file holds',
  { tag: '@long' },
  async ({ page }, testInfo) => {
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
      const cells = await batchLine(page, name).locator('td').allInnerTexts();
      const expected = await expectedLine(name, bytes);
      expect([name, ...cells.slice(3, -1)]).toEqual([name, ...expected.slice(0, 6)]);
      expected.slice(1).forEach((text, index) => (sums[index]! += Number(text)));
    }
    await expect(batchLine(page, BROKEN)).toContainText('不能检查：这个文件不完整');
    await expect(batchTable(page).locator('tfoot td.number')).toHaveText(
      sums.slice(0, 5).map(String)
    );

    await page.getByRole('link', { name: '文件柜' }).or(button(page, '返回文件柜')).click();
    await button(page, '结束').click();
    await expect(page.getByText('文件柜还是空的')).toBeVisible();
  }
);

test(
  'the table is sorted by its columns and shows only what has errors',
  { tag: '@long' },
  async ({ page }, testInfo) => {
    await checkFolder(page, testInfo.outputPath('报送'), THREE);

    await button(page, '错误').click();
    await expect(batchTable(page).getByRole('columnheader', { name: '错误' })).toHaveAttribute(
      'aria-sort',
      'descending'
    );
    const errors = (await column(page, 5).allInnerTexts())
      .filter((text) => text !== '')
      .map(Number);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    await expect(column(page, 0).last()).toHaveText('空的.txt');
    await expect(batchLine(page, '教育/教育.txt')).toHaveCount(1);

    await page.getByLabel(/^只看有错误的/).check();
    await expect(batchTable(page).locator('tbody tr')).toHaveCount(
      errors.filter((count) => count > 0).length
    );
    await expect(batchLine(page, '空的.txt')).toHaveCount(0);

    await button(page, /^常见问题 \d+$/).click();
    const frequent = page.getByRole('table', { name: '常见问题' });
    await expect(frequent.locator('tbody tr').first()).toContainText('错误');
    await expect(frequent.locator('tbody tr').first()).toContainText('/ 2');
  }
);

test('the check is stopped and goes on, two at a time', { tag: '@long' }, async ({ page }) => {
  await countWorkers(page);
  await visit(page);
  const slow = (name: string) => paperFile(name, sampleText('converted-word').repeat(40));
  await chooseFiles(page, ...['一', '二', '三', '四', '五'].map(slow));
  await button(page, '检查这些文件').click();

  await expect(batchTable(page).getByText('检查中')).toHaveCount(2);
  await button(page, '停止检查').click();
  await expect(button(page, '继续检查')).toBeVisible();
  await expect(batchTable(page).getByText('检查中')).toHaveCount(0);
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

test(
  'more files than belong to one review are said to be left out',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await button(page, '批量检查').click();
    const files = Array.from({ length: 502 }, (_, index) => paperFile(String(index + 1), ''));
    await page.getByLabel('选择要检查的文件', { exact: true }).setInputFiles(files);

    await expect(page.getByText('另有 2 个没有列入（一次最多 500 个）')).toBeVisible();
    await expect(batchTable(page).locator('tbody tr')).toHaveCount(500);
    await expect(page.getByText('不能检查 500 个')).toBeVisible({ timeout: 40_000 });
  }
);
