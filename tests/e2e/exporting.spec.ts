import { readFile } from 'node:fs/promises';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { cell, typeInto } from '#tests/support/workbook-page.ts';

const FORMATS = ['Word 文档', 'Excel 表格', '网页（可打印）', '指标总表（CSV）', '绩表文件'];

test('a workbook is handed out in every format, offline, as it stands now', async ({
  page,
  server
}) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥13公里');
  await server.stop();
  const files = new Map<string, Buffer>();
  for (const format of FORMATS) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    const file = await download;
    expect(file.suggestedFilename()).toContain('青泉县水务局2023年部门预算绩效文本');
    files.set(format, await readFile(await file.path()));
  }
  for (const zipped of ['Word 文档', 'Excel 表格']) {
    expect(files.get(zipped)!.subarray(0, 2).toString()).toBe('PK');
  }
  for (const text of ['网页（可打印）', '指标总表（CSV）', '绩表文件']) {
    expect(files.get(text)!.toString()).toContain('≥13公里');
  }
});

test(
  'the table on screen is handed out as a csv file of its own',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await typeInto(page, cell(page, 1, '指标值'), '≥13公里');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: '本表（CSV）' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/绩效目标表\.csv$/);
    const [titles, first] = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(titles).toBe('\uFEFF一级指标,二级指标,三级指标,绩效指标描述,指标值,指标值确定依据');
    expect(first).toContain('≥13公里');
  }
);
