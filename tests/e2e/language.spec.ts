import { readFile } from 'node:fs/promises';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { visit } from '#tests/support/visit.ts';
import { listedProblems, statusLine } from '#tests/support/workbook-page.ts';

async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: '设置' }).click();
  const choice = page.getByRole('radiogroup', { name: '提示语言' });
  await choice.getByText(language, { exact: true }).click();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('dialog', { name: '设置' })).toBeHidden();
}

/** What is wrong, as the sidebar lists it. */
async function listedTitles(page: Page): Promise<readonly string[]> {
  await expect(listedProblems(page).first()).toBeVisible();
  return listedProblems(page).locator('b').allInnerTexts();
}

// Messages quote the paper, titles do not.
const isEnglish = (title: string) => /^[A-Z][^\p{Script=Han}]+$/u.test(title);

test('who chooses English reads the problems in English, everything else in Chinese', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page);
  await chooseLanguage(page, 'English');
  await openSample(page);
  const titles = await listedTitles(page);
  expect(titles.filter((title) => !isEnglish(title))).toEqual([]);
  await expect(listedProblems(page).locator('.message').first()).toHaveAttribute('lang', 'en');
  await expect(statusLine(page)).toContainText(/错误 \d+/);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '审核意见（网页）' }).click();
  const review = (await readFile(await (await download).path())).toString();
  for (const title of titles) expect(review).toContain(title);

  await page.getByRole('button', { name: '复制列出的问题' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const message = await listedProblems(page).locator('.message').first().innerText();
  expect(copied).toContain(`${titles[0]}. ${message}`);
});

test(
  'the language is kept on the device, and can be changed back',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await chooseLanguage(page, 'English');
    await openSample(page);
    expect((await listedTitles(page)).every(isEnglish)).toBe(true);
    await page.reload();
    expect((await listedTitles(page)).every(isEnglish)).toBe(true);

    await visit(page);
    await chooseLanguage(page, '中文');
    await page.goBack();
    expect((await listedTitles(page)).some(isEnglish)).toBe(false);
  }
);
