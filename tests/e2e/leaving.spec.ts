import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import {
  cell,
  currentCell,
  expectKeyboardInGrid,
  listedProblems,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

test('a header field that is left by a key belongs to the project it was typed into', async ({
  page
}) => {
  await openSample(page);
  const name = page.getByLabel('项目名称');
  const second = await outlineEntry(page, /^2/).innerText();
  await name.fill('改过的名称');
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByLabel('表名')).toHaveValue('饮用水水质检测费绩效目标表');
  await expect(name).not.toHaveValue('改过的名称');
  expect(await outlineEntry(page, /^2/).innerText()).toBe(second);
  await page.keyboard.press('Alt+PageUp');
  await expect(name).toHaveValue('改过的名称');
});

test('a cell that is left by a key, by the outline or by going back keeps what was typed', async ({
  page
}) => {
  await openSample(page);
  const target = cell(page, 1, '指标值');
  const leave = [
    () => page.keyboard.press('Alt+PageDown'),
    () => outlineEntry(page, '三、工作保障措施').click()
  ];
  for (const [turn, go] of leave.entries()) {
    await outlineEntry(page, /^1/).click();
    await target.click();
    await expectKeyboardInGrid(page);
    await page.keyboard.type(`typed ${turn}`);
    await go();
    await outlineEntry(page, /^1/).click();
    await expect(target).toHaveText(`typed ${turn}`);
  }
  await target.click();
  await expectKeyboardInGrid(page);
  await page.keyboard.type('typed last');
  await page.getByRole('link', { name: '文件柜' }).click();
  await page.getByRole('row').getByRole('link').click();
  await expect(target).toHaveText('typed last');
});

test('撤销 in the notice brings back the deleted row and nothing else', async ({ page }) => {
  await openSample(page);
  const first = await cell(page, 1, '三级指标').innerText();
  await cell(page, 1, '三级指标').click();
  await page.getByRole('button', { name: '删除行' }).click();
  await expect(cell(page, 1, '三级指标')).not.toHaveText(first);
  await typeInto(page, cell(page, 1, '指标值'), '别处的修改');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, 1, '三级指标')).toHaveText(first);
  await expect(cell(page, 2, '指标值')).toHaveText('别处的修改');
});

test('F8 goes on to the next problem after one was mended', { tag: '@long' }, async ({ page }) => {
  await openSample(page, 'pdf-rows');
  const chosen = listedProblems(page).locator('[aria-current=true]');
  await page.keyboard.press('Alt+F8');
  await page.keyboard.press('Alt+F8');
  await expect(chosen).toContainText('成本与预算数不符');
  await typeInto(page, currentCell(page), '≤120万元');
  await expect(listedProblems(page).filter({ hasText: '成本与预算数不符' })).toHaveCount(0);
  await page.keyboard.press('Alt+F8');
  await expect(page.getByLabel('表名')).not.toHaveValue(/农村公路养护/);
});

test('Ctrl+Z in the filter of the sidebar leaves the workbook alone', async ({ page }) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '改过');
  await page.getByLabel('筛选问题').fill('日期');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 1, '指标值')).toHaveText('改过');
});

test('properties of the workbook decide which rules apply', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '属性' }).click();
  const dialog = page.getByRole('dialog', { name: '工作簿属性' });
  await dialog.getByLabel('预算年度').fill('20');
  await expect(dialog.getByRole('alert')).toContainText('四位数字');
  await expect(dialog.getByRole('button', { name: '确定' })).toBeDisabled();
  await dialog.getByLabel('预算年度').fill('2027');
  await dialog.getByText('2021 版').click();
  await dialog.getByRole('button', { name: '确定' }).click();
  await page.reload();
  await page.getByRole('button', { name: '属性' }).click();
  await expect(dialog.getByLabel('预算年度')).toHaveValue('2027');
  await expect(dialog.getByRole('radio', { name: '2021 版' })).toBeChecked();
});
