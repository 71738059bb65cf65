import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import {
  cell,
  currentCell,
  expectKeyboardInGrid,
  listedProblems,
  outlineEntry,
  statusLine
} from '#tests/support/workbook-page.ts';

const title = (page: Page) => page.getByLabel('表名');
const notice = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const panel = (page: Page) => page.getByRole('tabpanel');
const chosen = (page: Page) => listedProblems(page).locator('[aria-current=true]');

/** Opens the sample with only its errors listed. */
async function openErrors(page: Page): Promise<void> {
  await openSample(page);
  await panel(page)
    .getByRole('button', { name: /^警告 \d/ })
    .click();
}

test('F8 walks through the problems of the sheet, with Alt through all', async ({ page }) => {
  await openErrors(page);
  await page.keyboard.press('F8');
  await expect(chosen(page)).toContainText('日期写错');
  await expect(currentCell(page)).toHaveText('1002023年6月30日');

  await page.keyboard.press('Alt+F8');
  await expect(title(page)).toHaveValue('饮用水水质检测费绩效目标表');
  await expect(chosen(page)).toContainText('百分比低得不合常理');
  await page.keyboard.press('Alt+F8');
  await page.keyboard.press('Alt+F8');
  await expect(title(page)).toHaveValue('巡河员4人劳务费绩效目标表');
  await expect(chosen(page)).toContainText('时效指标无法衡量');
  await expect(currentCell(page)).toHaveText('是/否');

  await page.keyboard.press('Shift+F8');
  await expect(chosen(page)).toContainText('缺少满意度指标');
  await page.keyboard.press('Alt+Shift+F8');
  await expect(title(page)).toHaveValue('饮用水水质检测费绩效目标表');

  await outlineEntry(page, '三、工作保障措施').click();
  await page.keyboard.press('F8');
  await expect(notice(page, '这张表没有列出的问题')).toBeVisible();
});

test('a jump to a header field puts the keyboard into it', { tag: '@long' }, async ({ page }) => {
  await openSample(page);

  const problem = listedProblems(page).filter({ hasText: '支出计划前后倒挂' });
  await problem.locator('[data-problem]').dblclick();

  await expect(title(page)).toHaveValue('节水宣传活动经费绩效目标表');
  await expect(page.getByLabel('10月底')).toBeFocused();
  await expect(page.getByLabel('10月底')).toHaveAttribute('aria-invalid', 'true');
});

test(
  'a single click shows the place and leaves the keyboard in the list',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const problem = listedProblems(page)
      .filter({ hasText: '百分比低得不合常理' })
      .locator('[data-problem]');

    await problem.click();

    await expect(title(page)).toHaveValue('饮用水水质检测费绩效目标表');
    await expect(cell(page, 6, '指标值')).toHaveClass(/\bcurrent\b/);
    await expect(problem).toBeFocused();
  }
);

test('F7 applies the fix of the problem in one step, and Ctrl+. offers it', async ({ page }) => {
  await openErrors(page);
  await page.keyboard.press('F8');
  await page.keyboard.press('F7');
  await expect(cell(page, 4, '指标值')).toHaveText('2023年6月30日');
  await expect(listedProblems(page).filter({ hasText: '日期写错' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(cell(page, 4, '指标值')).toHaveText('1002023年6月30日');

  await page.keyboard.press('F8');
  await page.keyboard.press('Control+.');
  await page.getByRole('menuitem', { name: '改为 2023年6月30日' }).press('Enter');
  await expect(cell(page, 4, '指标值')).toHaveText('2023年6月30日');
});

test('a fix stands in the menu and beside the cell too', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await cell(page, 4, '指标值').click();
  await expect(page.getByRole('main')).toContainText('看不出究竟要在哪一天完成');

  await cell(page, 4, '指标值').click({ button: 'right' });
  await page.getByRole('menuitem', { name: '改为 2023年6月30日' }).click();

  await expect(cell(page, 4, '指标值')).toHaveText('2023年6月30日');
  await expect(page.getByRole('main')).not.toContainText('看不出究竟要在哪一天完成');
});

test(
  'the list is filtered by words, by severity and by sheet',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const filter = page.getByRole('searchbox', { name: '筛选问题' });
    const button = (name: string | RegExp) => panel(page).getByRole('button', { name });
    const icons = (name: string) => listedProblems(page).getByRole('img', { name });

    await expect(icons('提示')).toHaveCount(0);
    await filter.fill('满意度');
    await expect(listedProblems(page)).toContainText(['用水居民满意度', '缺少满意度指标']);
    await filter.fill('没有这样的问题');
    await expect(panel(page)).toContainText('没有符合筛选条件的问题');
    await filter.fill('');

    await button(/^提示 \d/).click();
    await expect(icons('提示')).not.toHaveCount(0);
    await button(/^错误 \d/).click();
    await expect(icons('错误')).toHaveCount(0);
    await statusLine(page)
      .getByRole('button', { name: /^错误 \d/ })
      .click();
    await expect(icons('错误')).not.toHaveCount(0);

    await button('只看本表').click();
    await expect(panel(page).getByRole('region')).toHaveCount(1);
    await expect(listedProblems(page, '1.河道清淤专项经费绩效目标表')).not.toHaveCount(0);
    await outlineEntry(page, '2.饮用水水质检测费').click();
    await expect(panel(page).getByRole('region')).toHaveCount(1);
    await expect(listedProblems(page, '2.饮用水水质检测费绩效目标表')).not.toHaveCount(0);
  }
);

test('the keys for sheets, saving and the sidebar work wherever the keyboard is', async ({
  page
}) => {
  await openSample(page);
  await cell(page, 1, '指标值').click();
  await expectKeyboardInGrid(page);

  await page.keyboard.press('Control+PageDown');
  await expect(title(page)).toHaveValue('饮用水水质检测费绩效目标表');
  await page.keyboard.press('Alt+PageDown');
  await expect(title(page)).toHaveValue('巡河员4人劳务费绩效目标表');
  await page.keyboard.press('Control+PageUp');
  await page.keyboard.press('Alt+PageUp');
  await expect(title(page)).toHaveValue('河道清淤专项经费绩效目标表');

  await page.keyboard.press('Control+s');
  await expect(notice(page, '已存本机')).not.toHaveCount(0);

  await page.getByRole('button', { name: '收起侧栏' }).click();
  await expect(page.getByRole('tabpanel')).toBeHidden();
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('searchbox', { name: '筛选问题' })).toBeVisible();
});
