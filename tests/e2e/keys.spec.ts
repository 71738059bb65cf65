import { createRow } from '#lib/model/create.ts';
import { openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import {
  cell,
  currentCell,
  expectKeyboardInGrid,
  outlineEntry
} from '#tests/support/workbook-page.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

/** Fewer rows than scroll within the grid: the page scrolls. */
const ROWS = 50;

test('keys keep the selected cell in sight where the page scrolls with the table', async ({
  page
}) => {
  const rows = Array.from({ length: ROWS }, (_, at) =>
    createRow({ level1: '产出指标', level3: `第${at + 1}段清淤长度`, target: `≥${at + 1}公里` })
  );
  await openWorkbook(page, { ...smallWorkbook(), sheets: [projectSheet('p1', { rows })] });
  await outlineEntry(page, /^1/).click();
  await cell(page, 1, '指标值').click();
  await expectKeyboardInGrid(page);

  await page.keyboard.press('PageDown');
  await expect(currentCell(page)).toBeInViewport({ ratio: 1 });
  await expect(currentCell(page)).not.toHaveText('≥1公里');
  await expect(currentCell(page)).not.toHaveText(`≥${ROWS}公里`);
  await page.keyboard.press('Control+ArrowDown');
  await expect(currentCell(page)).toHaveText(`≥${ROWS}公里`);
  await expect(currentCell(page)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('PageUp');
  await expect(currentCell(page)).toBeInViewport({ ratio: 1 });
  await expect(currentCell(page)).not.toHaveText(`≥${ROWS}公里`);
  await page.keyboard.press('Control+Home');
  await expect(cell(page, 1, '一级指标')).toBeInViewport({ ratio: 1 });
  await cell(page, 1, '指标值').click();
  for (let row = 1; row < 30; row++) await page.keyboard.press('ArrowDown');
  await expect(currentCell(page)).toBeInViewport({ ratio: 1 });
});
