import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import { cell, column, expectKeyboardInGrid } from '#tests/support/workbook-page.ts';

test('a suggestion that was chosen fills the row, and one undo takes it back', async ({ page }) => {
  await openSample(page);
  const name = cell(page, 1, '三级指标');
  await name.click();
  await expectKeyboardInGrid(page);
  await compose(page, '满意度');
  const offer = page.getByRole('option', { name: '沿河居民满意度' }).first();
  await expect(offer).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(offer).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(column(page, '三级指标').first()).toHaveText('沿河居民满意度');
  await page.keyboard.press('Control+z');
  await expect(column(page, '三级指标').first()).toHaveText('清淤河道长度');
});
