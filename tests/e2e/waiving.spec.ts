import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openSample, openWorkbook, signAs } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  errorsOn,
  expectSaved,
  expectSynced,
  listedProblems,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');
const REASON = '以前年度结转项目，财农〔2023〕5号';

/** The wrong date of the sample, in the fourth row of the sheet that is shown first. */
const wrongDate = (page: Page): Locator => listedProblems(page).filter({ hasText: '日期写错' });

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: '豁免' });

/** Shows the problems that are open, or those that were waived. */
async function list(page: Page, kind: '未处理' | '已豁免'): Promise<void> {
  await page.getByRole('tabpanel').getByRole('button', { name: kind }).click();
}

/** Waives the wrong date as a person does who types the reason. */
async function waive(page: Page, reason: string): Promise<void> {
  await wrongDate(page).getByRole('button', { name: '豁免…' }).click();
  await dialogOf(page).getByLabel('豁免理由').fill(reason);
  await page.keyboard.press('Control+Enter');
  await expect(dialogOf(page)).toBeHidden();
}

async function expectWaived(page: Page, ...texts: readonly string[]): Promise<void> {
  await list(page, '已豁免');
  for (const text of texts) await expect(wrongDate(page)).toContainText(text);
  await expect(wrongDate(page).locator('b')).toHaveCSS('text-decoration-line', 'line-through');
}

async function handedOut(page: Page, format: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const file = await download;
  const path = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** What the command line says of a file; it exits with 1 where an error is left. */
function checkedByCommand(file: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'check', '--format', 'text', file], (_error, stdout) =>
      resolve(stdout)
    );
  });
}

test('a problem is waived with reason and name, stays so after a reload, and comes back when the cell changes', async ({
  page
}) => {
  await openSample(page);
  await expect(wrongDate(page)).toBeVisible();
  const errors = await errorsOn(statusLine(page));

  await wrongDate(page).getByRole('button', { name: '豁免…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByLabel('豁免理由')).toBeFocused();
  await expect(dialog.getByRole('button', { name: '豁免', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: '以前年度结转项目' }).click();
  await expect(dialog.getByLabel('豁免理由')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.insertText('，财农〔2023〕5号');
  await dialog.getByLabel('我的姓名').fill('王芳');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();

  await expect(wrongDate(page)).toHaveCount(0);
  expect(await errorsOn(statusLine(page))).toBe(errors - 1);
  await expectSaved(page);
  await page.reload();
  await expect(cell(page, 4, '指标值')).toHaveText('1002023年6月30日');
  await expectWaived(page, REASON, '王芳', '第 4 行 指标值');
  expect(await errorsOn(statusLine(page))).toBe(errors - 1);

  await list(page, '未处理');
  await typeInto(page, cell(page, 4, '指标值'), '1002023年6月29日');
  await expect(wrongDate(page)).toContainText(`曾由王芳豁免（${REASON}），内容改动后失效`);
  await wrongDate(page).getByRole('button', { name: '豁免…' }).click();
  await expect(dialog.getByLabel('豁免理由')).toHaveValue(REASON);
  await expect(dialog.getByLabel('我的姓名')).toBeHidden();
});

test(
  'one undo takes a waiver back, and so does the button beside it',
  { tag: '@long' },
  async ({ page }) => {
    await signAs(page, '王芳');
    await openSample(page);
    await waive(page, REASON);
    await expect(wrongDate(page)).toHaveCount(0);

    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(wrongDate(page)).toBeVisible();
    await page.getByRole('button', { name: '恢复撤销', exact: true }).click();
    await expect(wrongDate(page)).toHaveCount(0);
    await expectWaived(page, REASON, '王芳');
    await wrongDate(page).getByRole('button', { name: '撤回豁免' }).click();
    await list(page, '未处理');
    await expect(wrongDate(page)).toBeVisible();
  }
);

test(
  'what a colleague changes while the dialog is open is not waived',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await wrongDate(wang).getByRole('button', { name: '豁免…' }).click();
    await dialogOf(wang).getByLabel('豁免理由').fill(REASON);
    await typeInto(li, cell(li, 4, '指标值'), '1002023年6月29日');
    await expect(cell(wang, 4, '指标值')).toHaveText('1002023年6月29日');

    await wang.keyboard.press('Control+Enter');

    await expect(dialogOf(wang).getByRole('alert')).toContainText('没有豁免');
    await wang.keyboard.press('Escape');
    await expect(wrongDate(wang)).toBeVisible();
  }
);

test(
  'two people waive the same problem without a network, and one withdrawal opens it for both',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    for (const each of [wang, li]) {
      await each.context().setOffline(true);
      await expect(statusLine(each)).toContainText('离线，可继续编辑');
    }
    await waive(wang, '财政部门已核定');
    await waive(li, '上级文件另有规定');
    for (const each of [wang, li]) {
      await expect(statusLine(each)).toContainText(/待发送 \d+/);
      await expectSaved(each);
      await each.context().setOffline(false);
    }
    for (const each of [wang, li]) {
      await expectSynced(each);
      await expectWaived(each, '财政部门已核定', '王芳');
    }

    await wrongDate(li).getByRole('button', { name: '撤回豁免' }).click();

    for (const each of [wang, li]) {
      await list(each, '未处理');
      await expect(wrongDate(each)).toBeVisible();
    }
  }
);

test(
  'a waiver goes along with the file, to the command line, the review sheet and another device',
  { tag: '@long' },
  async ({ page, browser }) => {
    await signAs(page, '王芳');
    await openSample(page);
    await waive(page, REASON);
    await expect(wrongDate(page)).toHaveCount(0);

    const json = await handedOut(page, '绩表文件');
    expect(await checkedByCommand(json)).toMatch(/已豁免 {2}.*第 4 行 指标值 {2}日期写错/);

    const review = await page.context().newPage();
    await review.setContent(await readFile(await handedOut(page, '审核意见（网页）'), 'utf8'));
    await expect(review.getByRole('row').filter({ hasText: '豁免理由' })).toContainText(
      `豁免理由：${REASON}（王芳，`
    );

    const other = await (
      await browser.newContext({ baseURL: new URL(page.url()).origin })
    ).newPage();
    await openWorkbook(other, JSON.parse(await readFile(json, 'utf8')));
    await expectWaived(other, REASON, '王芳');
  }
);
