import type { Page } from '@playwright/test';
import { openSample, signAs } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { workTogether } from '#tests/support/sharing.ts';
import { cell, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

/** Lists who changed a cell, by its menu. */
async function askWhoChanged(page: Page, row: number, column: string) {
  await cell(page, row, column).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '谁改的…' }).click();
  return page.getByRole('list', { name: '谁改的' }).getByRole('listitem');
}

test('who changed a cell is told by its menu, across people, offline and after a reload', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser);
  for (const one of [wang, li]) await outlineEntry(one, /^1/).click();
  await typeInto(wang, cell(wang, 1, '三级指标'), '甲段');
  await expect(cell(li, 1, '三级指标')).toHaveText('甲段');
  // The log is a document of its own: who leaves between the two writes beside what they have not heard of.
  await expect(await askWhoChanged(li, 1, '三级指标')).toHaveCount(2);
  await li.context().setOffline(true);
  await typeInto(li, cell(li, 1, '三级指标'), '乙段');
  await li.context().setOffline(false);
  await expect(cell(wang, 1, '三级指标')).toHaveText('乙段');

  await wang.reload();
  const changes = await askWhoChanged(wang, 1, '三级指标');
  await expect(changes).toHaveCount(3);
  await expect(changes.nth(0)).toContainText('李明');
  await expect(changes.nth(0).locator('del')).toHaveText('甲段');
  await expect(changes.nth(0).locator('ins')).toHaveText('乙段');
  await expect(changes.nth(1)).toContainText('我');
  await expect(changes.nth(2)).toContainText('导入');

  await cell(wang, 2, '三级指标').click();
  await expect(changes).toHaveCount(1);
  await wang.getByLabel('只看这一格').uncheck();
  await expect(wang.getByRole('list', { name: '修改记录' })).toBeVisible();
});

test(
  'the timeline tells periods of work of each person, and filters them',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    for (const one of [wang, li]) await outlineEntry(one, /^1/).click();
    await typeInto(wang, cell(wang, 1, '三级指标'), '甲段');
    await expect(cell(li, 1, '三级指标')).toHaveText('甲段');
    await typeInto(li, cell(li, 2, '三级指标'), '乙段');
    await typeInto(li, cell(li, 3, '三级指标'), '丙段');
    await expect(cell(wang, 3, '三级指标')).toHaveText('丙段');

    await wang.getByRole('tab', { name: '历史' }).click();
    const periods = wang.getByRole('list', { name: '修改记录' }).locator('> li');
    await expect(periods).toHaveCount(2);
    await expect(periods.nth(0)).toContainText(/李明.*今天.*2 处修改，涉及 1 张表/s);
    await expect(periods.nth(1).getByRole('button').first()).toContainText('1 处修改');
    await expect(periods.nth(0).getByText(/“丙段”/)).toBeVisible();
    await wang.getByLabel('谁的修改').selectOption({ label: '我' });
    await expect(periods).toHaveCount(1);
    await wang.getByLabel('谁的修改').selectOption({ label: '所有人' });
    await wang.getByLabel('哪张表的修改').selectOption({ index: 2 });
    await expect(wang.getByText('没有符合筛选条件的修改')).toBeVisible();
  }
);

test(
  'an edit of a clock that is wrong by a year says so and stays in its place',
  { tag: '@long' },
  async ({ page }) => {
    await signAs(page, '王芳');
    await openSample(page);
    await outlineEntry(page, /^1/).click();
    const year = 365 * 24 * 3600 * 1000;
    await page.clock.setFixedTime(Date.now() + year);
    await typeInto(page, cell(page, 1, '三级指标'), '明年');
    await page.clock.setFixedTime(Date.now());
    await typeInto(page, cell(page, 2, '三级指标'), '今年');
    await page.getByRole('tab', { name: '历史' }).click();
    const periods = page.getByRole('list', { name: '修改记录' }).locator('> li');
    await expect(periods).toHaveCount(3);
    await expect(periods.nth(0)).toContainText('今年');
    await expect(periods.nth(1)).toContainText('该设备的时钟不准');
  }
);
