import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { cell, column, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

const LAST_ROW = '沿河居民满意度';

test(
  'a table shows its last row when the window grows and when a row grows',
  { tag: '@long' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await openSample(page);
    await outlineEntry(page, /^1/).click();
    await expect(column(page, '三级指标').last()).toHaveText(LAST_ROW);

    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect(column(page, '三级指标')).toHaveCount(6);
    await expect(column(page, '三级指标').last()).toHaveText(LAST_ROW);

    await typeInto(page, cell(page, 1, '绩效指标描述'), '汛前完成清淤的河道长度，'.repeat(30));
    await expect(column(page, '三级指标').last()).toHaveText(LAST_ROW);
    await typeInto(page, cell(page, 1, '绩效指标描述'), '河道长度');
    await expect(column(page, '三级指标').last()).toHaveText(LAST_ROW);
  }
);
