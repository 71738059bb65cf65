import { chooseFiles, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { expectSaved, listedProblems } from '#tests/support/workbook-page.ts';

/** A paper from a PDF, the third entry of whose 目录 is miswritten, and whose cover lacks who examined it. */
const PAPER = sampleText('pdf-rows')
  .replace('2.公交站牌更新费绩效目标表.', '2.公交站牌更新维护费绩效目标表.')
  .replace(/^.*审核$/m, '2025 年 11 月');

const ENTRY = '2.公交站牌更新维护费绩效目标表';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: '工作簿属性' });

const problemsOfPaper = (page: Page): Locator => listedProblems(page, '整份文本');

async function openPaper(page: Page): Promise<void> {
  await visit(page);
  await chooseFiles(page, paperFile('交通局', PAPER));
  await storeInCabinet(page);
  await expectSaved(page);
}

/** The characters that are selected in a field. */
function selectedIn(field: Locator): Promise<string> {
  return field.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd)
  );
}

test(
  'a miswritten entry of the 目录 is shown in the properties, and let go',
  { tag: '@long' },
  async ({ page }) => {
    await openPaper(page);
    const problem = problemsOfPaper(page).filter({ hasText: ENTRY });
    await expect(problem.locator('b')).not.toHaveClass(/hidden/);
    await problem.locator('[data-problem]').click();

    const contents = dialogOf(page).getByLabel('原文目录');
    await expect(contents).toBeFocused();
    expect(await selectedIn(contents)).toBe(ENTRY);
    await dialogOf(page).getByRole('button', { name: '改用自动目录' }).click();
    await expect(dialogOf(page)).toContainText('导出时按表名自动生成。');
    await dialogOf(page).getByRole('button', { name: '确定' }).click();

    await expect(dialogOf(page)).toBeHidden();
    await expect(problemsOfPaper(page).filter({ hasText: '目录' })).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(problem).toBeVisible();
  }
);

test(
  'the 目录 is let go from the sidebar, and both ends are shown side by side',
  { tag: '@long' },
  async ({ page }) => {
    await openPaper(page);
    const problem = problemsOfPaper(page).filter({ hasText: ENTRY });
    await problem.getByRole('button', { name: '并排查看' }).click();
    const beside = page.getByRole('region', { name: '并排查看' });
    await expect(beside.getByRole('group', { name: '整份文本' })).toContainText(ENTRY);
    await expect(beside.getByRole('group')).toHaveCount(2);
    await expect(dialogOf(page)).toBeHidden();

    await problem.getByRole('button', { name: '改用自动目录', exact: true }).click();
    await expect(problem).toHaveCount(0);
  }
);

test('the cover is written in the properties, and printed', async ({ page }) => {
  await openPaper(page);
  await page.getByRole('tabpanel').getByRole('button', { name: /提示/ }).click();
  const problem = problemsOfPaper(page).filter({ hasText: '审核单位' });
  await problem.locator('[data-problem]').click();
  const cover = dialogOf(page).getByLabel('封面其他行');
  await expect(cover).toBeFocused();
  await expect(cover).toHaveValue('2025年11月');
  await cover.fill('白石县财政局审核\n\n 2025年11月 ');
  await dialogOf(page).getByRole('button', { name: '确定' }).click();
  await expect(problem).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: '属性' }).click();
  await expect(cover).toHaveValue('白石县财政局审核\n2025年11月');
});
