import { openSample, signAs } from '#tests/support/cabinet.ts';
import { answer, commentOn, panel, remarks } from '#tests/support/comment-panel.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { makeLink, openLink, workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  currentCell,
  expectSaved,
  expectSynced,
  outlineEntry,
  statusLine
} from '#tests/support/workbook-page.ts';

const tab = (page: Page): Locator => page.getByRole('tab', { name: /^批注/ });
const listed = (page: Page): Locator =>
  page.getByRole('list', { name: '批注', exact: true }).getByRole('listitem');

test('a comment written offline is answered by both and resolved once they are online', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser);
  await li.context().setOffline(true);
  await expect(statusLine(li)).toContainText('离线，可继续编辑');
  await commentOn(li, cell(li, 2, '指标值'), '请@王芳补充依据');
  await expectSaved(li);
  await li.reload();
  await expect(cell(li, 2, '指标值')).toHaveClass(/cell-comment/);
  await expect(cell(wang, 2, '指标值')).not.toHaveClass(/cell-comment/);

  await li.context().setOffline(false);
  await expectSynced(li);
  await expect(cell(wang, 2, '指标值')).toHaveClass(/cell-comment/);
  await expect(tab(wang)).toHaveAccessibleName(/^批注 1\s*，1 条未读$/);
  await expect(cell(wang, 2, '指标值')).toHaveAttribute(
    'aria-description',
    /批注 李明：请@王芳补充依据/
  );
  await cell(wang, 2, '指标值').hover();
  await expect(wang.getByRole('tooltip')).toContainText('批注 李明：请@王芳补充依据');

  await tab(wang).click();
  await panel(wang).getByRole('button', { name: '提到我' }).click();
  await expect(listed(wang)).toContainText('1 条未读');
  await listed(wang).getByRole('button').click();
  await expect(tab(wang)).toHaveAccessibleName('批注 1');
  await expect(currentCell(wang)).toHaveText((await cell(wang, 2, '指标值').textContent())!);

  await tab(li).click();
  await listed(li).getByRole('button').click();
  for (const each of [wang, li]) await each.context().setOffline(true);
  await answer(wang, '依据是去年的批复');
  await answer(li, '文号也请写上');
  for (const each of [wang, li]) await each.context().setOffline(false);
  for (const each of [wang, li]) {
    await expectSynced(each);
    await expect(remarks(each)).toHaveCount(3);
    await expect(panel(each)).toContainText('依据是去年的批复');
    await expect(panel(each)).toContainText('文号也请写上');
  }

  await li.getByRole('button', { name: '解决', exact: true }).click();
  for (const each of [wang, li]) {
    await expect(panel(each)).toContainText('李明');
    await expect(panel(each)).toContainText('标为已解决');
    await expect(cell(each, 2, '指标值')).not.toHaveClass(/cell-comment/);
    await expect(tab(each)).toHaveAccessibleName('批注');
  }
  await wang.getByRole('button', { name: '重新打开' }).click();
  await expect(cell(li, 2, '指标值')).toHaveClass(/cell-comment/);
});

test(
  'a commenter writes and deletes comments by menu, key and button, and a viewer only reads',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser, '可批注');
    const viewer = await openLink(browser, await makeLink(wang, '王芳', '仅查看'), '赵强');
    await cell(li, 3, '指标值').click({ button: 'right' });
    const menu = li.getByRole('menu', { name: '单元格操作' });
    await expect(menu.getByRole('menuitem', { name: '删除行' })).toHaveCount(0);
    await menu.getByRole('menuitem', { name: '批注…' }).click();
    await li.getByRole('textbox', { name: '批注内容' }).fill('成本指标缺少测算');
    await panel(li).getByRole('button', { name: '写批注' }).click();
    await expect(remarks(li)).toContainText('成本指标缺少测算');
    await expect(cell(viewer, 3, '指标值')).toHaveClass(/cell-comment/);

    await cell(viewer, 3, '指标值').click();
    await viewer.keyboard.press('Shift+F2');
    await expect(remarks(viewer)).toContainText('李明');
    await expect(remarks(viewer)).toContainText('成本指标缺少测算');
    for (const name of ['回复', '解决', '删除', '写批注', /^批注“/]) {
      await expect(panel(viewer).getByRole('button', { name, exact: true })).toHaveCount(0);
    }
    await expect(panel(viewer).getByRole('textbox')).toHaveCount(0);
    await cell(viewer, 1, '指标值').click();
    await viewer.keyboard.press('Shift+F2');
    await expect(viewer.getByText('这里没有批注')).toBeVisible();

    await tab(wang).click();
    await listed(wang).getByRole('button').click();
    await expect(panel(wang).getByRole('button', { name: '删除' })).toHaveCount(0);
    await answer(wang, '已在附件中说明');
    await remarks(li).first().getByRole('button', { name: '删除' }).click();
    await remarks(li).first().getByRole('button', { name: '确定删除' }).click();
    for (const each of [wang, li, viewer]) {
      await expect(remarks(each).first()).toContainText('已删除');
      await expect(remarks(each).first()).not.toContainText('成本指标缺少测算');
      await expect(remarks(each).last()).toContainText('已在附件中说明');
    }
    await li.reload();
    await tab(li).click();
    await expect(listed(li)).toContainText('已在附件中说明');
  }
);

test(
  'comments stay at their cell when rows are put in, and are listed when it is deleted',
  { tag: '@long' },
  async ({ page }) => {
    await signAs(page, '王芳');
    await openSample(page);
    await commentOn(page, cell(page, 2, '三级指标'), '名称与项目不符');
    await panel(page).getByRole('button', { name: '全部批注' }).click();
    await expect(listed(page)).toContainText('第 2 行 三级指标');

    await cell(page, 1, '三级指标').click();
    await page.getByRole('button', { name: '插入行' }).click();
    await expect(listed(page)).toContainText('第 3 行 三级指标');
    await expect(cell(page, 3, '三级指标')).toHaveClass(/cell-comment/);
    await cell(page, 3, '三级指标').click();
    await page.getByRole('button', { name: '删除行' }).click();
    await expect(listed(page)).toContainText('已删除的行');
    await page.keyboard.press('Control+z');
    await expect(listed(page)).toContainText('第 3 行 三级指标');
  }
);

test(
  'fields and whole sheets are commented on, and what was not sent is there again',
  { tag: '@long' },
  async ({ page }) => {
    await signAs(page, '王芳');
    await openSample(page);
    await page.getByLabel('预算数').focus();
    await page.keyboard.press('Shift+F2');
    const box = page.getByRole('textbox', { name: '批注内容' });
    await box.fill('与批复不一致');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('预算数')).toBeFocused();
    await page.keyboard.press('Shift+F2');
    await expect(box).toHaveValue('与批复不一致');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: '批注 王芳：与批复不一致' })).toBeVisible();

    await outlineEntry(page, '3.巡河员4人劳务费').click();
    await panel(page).getByRole('button', { name: '全部批注' }).click();
    await panel(page).getByRole('button', { name: '批注“整张表”' }).click();
    await box.fill('这张表重复了');
    await page.keyboard.press('Control+Enter');
    await panel(page).getByRole('button', { name: '全部批注' }).click();
    await expect(listed(page)).toHaveCount(2);
    await panel(page).getByRole('button', { name: '本表' }).click();
    await expect(listed(page)).toHaveText([/整张表/]);
    await panel(page).getByRole('button', { name: '未解决' }).click();
    await listed(page).filter({ hasText: '预算数' }).getByRole('button').click();
    await expect(page.getByLabel('预算数')).toBeVisible();
  }
);

test(
  'names are offered after an @, and letters typed in the box are undone there',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang } = await workTogether(page, browser);
    await cell(wang, 1, '指标值').click();
    await wang.keyboard.press('Shift+F2');
    const box = wang.getByRole('textbox', { name: '批注内容' });
    await expect(box).toBeFocused();
    await wang.keyboard.type('请@');
    await expect(wang.getByRole('list', { name: '可以提到的人' })).toContainText('@李明');
    await wang.keyboard.press('Enter');
    await expect(box).toHaveValue('请@李明 ');
    await wang.keyboard.type('abc');
    await wang.keyboard.press('Control+z');
    await expect(box).not.toHaveValue('请@李明 abc');
    await expect(cell(wang, 1, '指标值')).toHaveText('≥12公里');
  }
);

test(
  'markup in comments and names is text wherever it is shown',
  { tag: '@long' },
  async ({ page, browser }) => {
    const markup = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>';
    await openSample(page);
    const li = await openLink(browser, await makeLink(page, '王芳', '可批注'), markup);
    await commentOn(li, cell(li, 1, '指标值'), `${markup} @${markup}`);
    await expect(cell(page, 1, '指标值')).toHaveClass(/cell-comment/);
    await cell(page, 1, '指标值').click();
    await cell(page, 1, '指标值').hover();
    await expect(page.getByRole('tooltip')).toContainText('<script>');
    await page.keyboard.press('Shift+F2');
    await expect(remarks(page)).toContainText(markup);
    await panel(page).getByRole('button', { name: '全部批注' }).click();
    await expect(listed(page)).toContainText(markup);
    for (const each of [page, li]) {
      expect(await each.evaluate(() => 'broken' in window)).toBe(false);
      await expect(each.locator('img[src="x"]')).toHaveCount(0);
    }
  }
);

test(
  'a colleague is followed from cell to cell and sheet to sheet until one acts',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await wang.getByRole('tab', { name: '成员 2' }).click();
    await cell(li, 4, '指标值').click();
    await wang.getByRole('list', { name: '成员' }).getByRole('button', { name: /李明/ }).click();
    const banner = wang.getByRole('status').filter({ hasText: '正在跟随 李明' });
    await expect(banner).toBeVisible();
    await expect(cell(wang, 4, '指标值')).toHaveClass(/current/);
    await cell(li, 2, '三级指标').click();
    await expect(cell(wang, 2, '三级指标')).toHaveClass(/current/);
    await outlineEntry(li, '3.巡河员4人劳务费').click();
    await expect(wang.getByLabel('表名')).toHaveValue('巡河员4人劳务费绩效目标表');

    await cell(wang, 1, '指标值').click();
    await expect(banner).toBeHidden();
    await cell(li, 3, '指标值').click();
    await expect(cell(wang, 3, '指标值')).toHaveAttribute('data-peer', '李明');
    await expect(cell(wang, 1, '指标值')).toHaveClass(/current/);

    await wang.getByRole('list', { name: '成员' }).getByRole('button', { name: /李明/ }).click();
    await banner.getByRole('button', { name: '停止跟随' }).click();
    await expect(banner).toBeHidden();
    await wang.getByRole('list', { name: '成员' }).getByRole('button', { name: /李明/ }).click();
    await li.context().close();
    await expect(wang.getByText('李明已离开，不再跟随')).toBeVisible();
  }
);
