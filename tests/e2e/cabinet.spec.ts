import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { visit } from '#tests/support/visit.ts';
import {
  cell,
  column,
  errorsOn,
  expectSaved,
  outlineEntry,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const SAMPLE = '青泉县水务局2023年部门预算绩效文本';

const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });

async function create(page: Page, form: string, title: string): Promise<void> {
  await visit(page);
  await page.getByRole('button', { name: '新建', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '新建工作簿' });
  await dialog.getByLabel('部门名称').fill('青泉县水务局');
  await dialog.getByLabel('预算年度').fill('2027');
  await dialog.getByLabel('工作簿名称').fill(title);
  await dialog.getByText(form, { exact: true }).click();
  await dialog.getByRole('button', { name: '新建' }).click();
  await expect(page.getByLabel('工作簿名称')).toHaveValue(title);
}

async function chooseFromMenu(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `“${title}”的操作` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

for (const { form, firstLevels, tag } of [
  { form: '2015 版', firstLevels: ['产出指标', '效益指标', '满意度指标'], tag: ['@long'] },
  { form: '2021 版', firstLevels: ['成本指标', '产出指标', '效益指标', '满意度指标'], tag: [] }
]) {
  test(
    `a new workbook of the form ${form} has its levels and can be filled`,
    { tag },
    async ({ page }) => {
      await create(page, form, '新的一本');

      await expect(page.getByRole('navigation', { name: '目录' })).toContainText('总体绩效目标');
      await outlineEntry(page, /^1\./).click();
      const levels = await column(page, '一级指标').allInnerTexts();
      expect(levels.filter((text) => text !== '')).toEqual(firstLevels);
      await typeInto(page, cell(page, 1, '三级指标'), '新填的指标');
      await expect(cell(page, 1, '三级指标')).toHaveText('新填的指标');
    }
  );
}

test('a blank workbook begins with nothing and takes a first table', async ({ page }) => {
  await create(page, '空白', '空白的一本');
  await expect(page.getByText('这份工作簿还没有内容')).toBeVisible();

  await page.getByRole('button', { name: '添加项目绩效目标表' }).click();

  await expect(outlineEntry(page, /^1\./)).toBeVisible();
  await expect(page.getByRole('group', { name: '表头' })).toBeVisible();
});

test('a workbook is renamed and copied in the 文件柜', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥16公里');
  await expectSaved(page);
  await page.getByRole('link', { name: '文件柜' }).click();
  await expect(link(page, SAMPLE)).toBeVisible();

  await chooseFromMenu(page, SAMPLE, '重命名…');
  const dialog = page.getByRole('dialog', { name: '重命名' });
  await dialog.getByLabel('工作簿名称').fill('水务局定稿');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(link(page, '水务局定稿')).toBeVisible();

  await chooseFromMenu(page, '水务局定稿', '创建副本');
  await link(page, '水务局定稿（副本）').click();
  await expect(cell(page, 1, '指标值')).toHaveText('≥16公里');
  await typeInto(page, cell(page, 1, '指标值'), '≥17公里');
  await expectSaved(page);
  await page.getByRole('link', { name: '文件柜' }).click();
  await link(page, '水务局定稿').click();
  await expect(page.getByLabel('工作簿名称')).toHaveValue('水务局定稿');
  await expect(cell(page, 1, '指标值')).toHaveText('≥16公里');
});

test('a deleted workbook comes back by 撤销 and from 最近删除', async ({ page }) => {
  await openSample(page);
  await page.getByRole('link', { name: '文件柜' }).click();

  await chooseFromMenu(page, SAMPLE, '删除');
  await expect(link(page, SAMPLE)).toBeHidden();
  await page
    .getByRole('status')
    .filter({ hasText: '已删除' })
    .getByRole('button', { name: '撤销' })
    .click();
  await expect(link(page, SAMPLE)).toBeVisible();

  await chooseFromMenu(page, SAMPLE, '删除');
  await expect(link(page, SAMPLE)).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: '最近删除（1）' }).click();
  await page.getByRole('button', { name: '恢复' }).click();
  await link(page, SAMPLE).click();
  await expect(cell(page, 1, '指标值')).toHaveText('≥12公里');
});

test(
  'the 文件柜 shows how many problems are left after an edit',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const before = await errorsOn(statusLine(page));
    await typeInto(page, cell(page, 4, '指标值'), '2023年6月30日');
    await expect.poll(() => errorsOn(statusLine(page))).toBe(before - 1);

    await page.getByRole('link', { name: '文件柜' }).click();

    const row = page.getByRole('row').filter({ has: link(page, SAMPLE) });
    await expect(row.getByTitle(`错误 ${before - 1}`)).toBeVisible();
    await expect(row).toContainText('已存本机');
  }
);

test(
  'a workbook that is deleted in another window says so where it is open',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const other = await page.context().newPage();
    await other.goto('/');
    await other.getByRole('button', { name: /的操作$/ }).click();
    await other.getByRole('menuitem', { name: '删除' }).click();
    const alert = page.getByRole('alert').filter({ hasText: '已在另一个窗口删除' });
    await expect(alert).toBeVisible();
    await alert.getByRole('button', { name: '恢复' }).click();
    await expect(alert).toBeHidden();
    await expect(other.getByRole('row').getByRole('link')).toHaveCount(1);
  }
);
