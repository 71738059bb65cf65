import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { cell, column, expectSaved, grid, outlineEntry } from '#tests/support/workbook-page.ts';

const paper = (page: Page) => page.getByRole('article', { name: '官方表样' });
const formCell = (page: Page, title: string, row: number) =>
  paper(page).getByRole('textbox', { name: `${title} 第 ${row} 行` });

async function showForm(page: Page) {
  await page.getByRole('radiogroup', { name: '显示方式' }).getByText('表样').click();
  await expect(paper(page)).toBeVisible();
}

test('a project is written on its official form, and the grid and a reload show the same', async ({
  page
}) => {
  await openSample(page);
  await showForm(page);

  await formCell(page, '三级指标', 1).click();
  await compose(page, '清淤总长度');
  await page.keyboard.press('Enter');
  await expect(formCell(page, '三级指标', 2)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(formCell(page, '绩效指标描述', 2)).toBeFocused();
  await page.keyboard.type('第一行');
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.type('第二行');
  // The first level is merged down and written to each of its rows.
  await formCell(page, '一级指标', 1).click();
  await page.keyboard.type('产出');
  await paper(page).getByRole('textbox', { name: '项目名称' }).fill('河道清淤经费');
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await page.reload();
  await expect(paper(page).getByRole('textbox', { name: '项目名称' })).toHaveValue('河道清淤经费');

  await page.getByRole('radiogroup', { name: '显示方式' }).getByText('表格').click();
  await expect(cell(page, 1, '三级指标')).toHaveText('清淤总长度');
  await expect(cell(page, 2, '绩效指标描述')).toHaveText(/^第一行\s第二行$/);
  await expect(column(page, '一级指标').filter({ hasText: '产出' })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(column(page, '一级指标').first()).toHaveText('产出指标');
});

test(
  'a problem leads to its cell on the form, rows are put in and taken out, and Esc takes typing back',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await showForm(page);
    await page.keyboard.press('F8');
    await expect(paper(page).getByRole('textbox', { name: '3月底' })).toBeFocused();
    await page.keyboard.press('F8');
    await expect(formCell(page, '指标值', 4)).toBeFocused();
    await page.keyboard.type('下周');
    await page.keyboard.press('Escape');
    await expect(formCell(page, '指标值', 4)).toHaveValue(/2023年6月30日/);
    const rows = await paper(page).getByRole('row').count();
    await page.getByRole('button', { name: '插入行' }).click();
    await expect(paper(page).getByRole('row')).toHaveCount(rows + 1);
    await page.keyboard.press('Control+z');
    await expect(paper(page).getByRole('row')).toHaveCount(rows);
    await outlineEntry(page, '2.').click();
    await expect(paper(page).getByRole('textbox', { name: '项目名称' })).toHaveValue(/水质/);
    await expect(grid(page)).toHaveCount(0);
  }
);
