import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  column,
  expectKeyboardInGrid,
  expectSaved,
  grid,
  typeInto
} from '#tests/support/workbook-page.ts';

const ROWS = [
  '清淤河道长度',
  '工程验收合格率（%）',
  '清淤总成本',
  '完工时间',
  '河道水质',
  '沿河居民满意度'
];
/** The same by pinyin, from Z to A. */
const SORTED = [
  '沿河居民满意度',
  '完工时间',
  '清淤总成本',
  '清淤河道长度',
  '河道水质',
  '工程验收合格率（%）'
];

async function openMenu(page: Page, title: string): Promise<void> {
  const button = grid(page).getByRole('button', { name: `${title}：排序和筛选` });
  await button.last().click();
}

test('one sorts, the other does not, and both edit', async ({ page, browser }) => {
  const { wang, li } = await workTogether(page, browser);
  await openMenu(wang, '三级指标');
  await wang.getByRole('button', { name: '降序', exact: true }).click();
  await expect(column(wang, '三级指标')).toHaveText(SORTED);
  await expect(column(li, '三级指标')).toHaveText(ROWS);

  // 李明 puts a row in above the one that 王芳 is typing into.
  await cell(wang, 2, '指标值').click();
  await expectKeyboardInGrid(wang);
  await wang.keyboard.type('10月', { delay: 30 });
  await cell(li, 4, '三级指标').click();
  await li.getByRole('button', { name: '插入行' }).click();
  await typeInto(li, cell(li, 1, '三级指标'), '阿尔法河段长度');
  await expect(cell(li, 1, '三级指标')).toHaveText('阿尔法河段长度');
  await wang.keyboard.type('底前');
  await wang.keyboard.press('Enter');

  await expect(cell(li, 4, '指标值')).toHaveText('10月底前');
  // The row whose name has changed stays in its place, and the new one is beside its neighbour.
  const followed = [...SORTED.slice(0, 2), '', SORTED[2]!, '阿尔法河段长度', ...SORTED.slice(4)];
  await expect(column(wang, '三级指标')).toHaveText(followed);
  await wang.getByRole('button', { name: '重新应用' }).click();
  const again = [...SORTED.slice(0, 3), ...SORTED.slice(4), '阿尔法河段长度', ''];
  await expect(column(wang, '三级指标')).toHaveText(again);

  await wang.reload();
  await expect(column(wang, '三级指标')).toHaveText(again);
  await wang.getByRole('button', { name: '清除排序' }).click();
  const written = ['阿尔法河段长度', ...ROWS.slice(1, 4), '', ...ROWS.slice(4)];
  await expect(column(wang, '三级指标')).toHaveText(written);
  await expect(column(li, '三级指标')).toHaveText(written);
});

test(
  'a filter, a width, a hidden and a frozen column are as they were after a reload',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await openMenu(page, '三级指标');
    await page.getByRole('searchbox', { name: '搜索这一列的内容' }).fill('河');
    await page.keyboard.press('Enter');
    const found = ['清淤河道长度', '河道水质', '沿河居民满意度'];
    await expect(column(page, '三级指标')).toHaveText(found);
    await openMenu(page, '三级指标');
    await page.getByRole('button', { name: '最适合的列宽' }).click();
    const heading = grid(page)
      .getByRole('columnheader', { name: /^三级指标/ })
      .last();
    const { width } = (await heading.boundingBox())!;
    await openMenu(page, '二级指标');
    await page.getByRole('button', { name: '隐藏列' }).click();
    await expect(page.getByText('已隐藏 1 列')).toBeVisible();
    await expectSaved(page);

    await page.reload();
    await expect(page.getByRole('group', { name: '排序和筛选' })).toContainText(
      '筛选：显示 3 / 6 行'
    );
    await expect(column(page, '三级指标')).toHaveText(found);
    await expect(grid(page).getByRole('columnheader', { name: '二级指标' })).toHaveCount(0);
    expect((await heading.boundingBox())!.width).toBe(width);
    await page.getByRole('button', { name: '显示隐藏的列' }).click();
    await expect(grid(page).getByRole('columnheader', { name: '二级指标' }).last()).toBeVisible();
  }
);
