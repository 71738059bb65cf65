import { createWorkbook } from '#lib/model/create.ts';
import { openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { freeSheet } from '#tests/lib/formulas/calculated.ts';
import { cellAt, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const workbook = createWorkbook({
  title: '青泉县水务局 2026 年部门预算绩效文本',
  department: '青泉县水务局',
  sheets: [
    projectSheet('p1'),
    freeSheet(
      'f1',
      [
        ['事项', '金额', '占比'],
        ['河床清淤', '36', ''],
        ['步道修整', '10', ''],
        ['合计', '', '']
      ],
      { title: '资金测算' }
    )
  ]
});

const bar = (page: Page) => page.getByRole('textbox', { name: '编辑栏' });

test.beforeEach(async ({ page }) => {
  await openWorkbook(page, workbook);
  await outlineEntry(page, '资金测算').click();
  await expect(cellAt(page, 4, 1)).toHaveText('合计');
});

test('cells are pointed at while a formula is typed', async ({ page }) => {
  const typed = page.locator('textarea.handsontableInput');
  await cellAt(page, 4, 2).click();
  await page.keyboard.type('=su');
  await expect(page.getByRole('option', { selected: true })).toContainText('求和');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('status', { name: '函数的参数' })).toHaveText(/^SUM\(数值1, …\)/);
  await cellAt(page, 2, 2).hover();
  await page.mouse.down();
  await cellAt(page, 3, 2).hover();
  await page.mouse.up();
  await expect(typed).toHaveValue('=SUM(B2:B3');
  await expect(page.locator('.frame.colour-0')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 4, 2)).toHaveText('46');

  await cellAt(page, 2, 3).click();
  await page.keyboard.type('=');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('/');
  await cellAt(page, 4, 2).click();
  await expect(typed).toHaveValue('=B2/B4');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 2, 3)).toHaveText('0.782608696');

  await cellAt(page, 3, 3).click();
  await bar(page).click();
  await page.keyboard.type('=SUM(');
  await cellAt(page, 2, 2).click();
  await cellAt(page, 3, 2).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toHaveValue('=SUM(B2:B3');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 3, 3)).toHaveText('46');
});

test('formulas are calculated before they are printed', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      document.documentElement.dataset.printed =
        document.querySelector('.printed-form')?.textContent ?? '';
      dispatchEvent(new Event('afterprint'));
    };
  });
  await typeInto(page, cellAt(page, 4, 2), '=SUM(B2:B3)*1000');
  await expect(cellAt(page, 4, 2)).toHaveText('46000');
  await outlineEntry(page, '河道清淤').click();
  // The sheet with the formula is not shown again.
  await page.reload();
  await expect(page.getByLabel('表名')).toHaveValue('河道清淤专项经费绩效目标表');
  await page.keyboard.press('ControlOrMeta+p');
  await expect(page.locator('html')).toHaveAttribute('data-printed', /46000/);
  await expect(page.locator('html')).not.toHaveAttribute('data-printed', /SUM/);
});

test('formulas are typed, calculated and shown, follow rows, and take fields of other sheets', async ({
  page
}) => {
  await typeInto(page, cellAt(page, 4, 2), '＝SUM（B2：B3');
  await expect(cellAt(page, 4, 2)).toHaveText('46');

  await cellAt(page, 2, 3).click();
  await expect(page.getByRole('status', { name: '名称框' })).toHaveText('C2');
  await bar(page).click();
  await bar(page).pressSequentially('=ROU');
  await expect(page.getByRole('option', { selected: true })).toContainText('四舍五入');
  await page.keyboard.press('Tab');
  await bar(page).pressSequentially('B2/B4,2');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 2, 3)).toHaveText('0.78');

  await cellAt(page, 3, 3).click();
  await page.getByRole('button', { name: '引用…' }).click();
  await page
    .getByRole('combobox', { name: '表', exact: true })
    .selectOption({ label: '1.河道清淤专项经费绩效目标表' });
  await page.getByRole('button', { name: '插入', exact: true }).click();
  await expect(bar(page)).toHaveValue('=河道清淤专项经费绩效目标表!预算数');
  await bar(page).press('Enter');
  await expect(cellAt(page, 3, 3)).toHaveText('36');

  await cellAt(page, 2, 1).click();
  await page.getByRole('button', { name: '插入行' }).click();
  await typeInto(page, cellAt(page, 3, 2), '4');
  await expect(cellAt(page, 5, 2)).toHaveText('50');
  await cellAt(page, 5, 2).click();
  await expect(bar(page)).toHaveValue('=SUM(B2:B4)');
  await page.reload();
  await expect(cellAt(page, 5, 2)).toHaveText('50');
});
