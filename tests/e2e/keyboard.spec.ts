import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import { visit } from '#tests/support/visit.ts';
import {
  currentCell,
  expectKeyboardInGrid,
  listedProblems,
  outlineEntry
} from '#tests/support/workbook-page.ts';

/** Waits until the keyboard is in something that is in the window and shows that it is. */
async function expectFocusSeen(page: Page): Promise<void> {
  const unseen = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return 'lost';
      const shown = activeElement.closest('label') ?? activeElement;
      const { top, bottom, left, right } = shown.getBoundingClientRect();
      const inWindow = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      const marked = [activeElement, shown].some((one) => {
        const { outlineStyle, backgroundColor } = getComputedStyle(one);
        return (
          outlineStyle !== 'none' || (one.role === 'menuitem' && /rgb\(/.test(backgroundColor))
        );
      });
      const inGrid = activeElement.closest('.handsontable') !== null;
      return inWindow && (marked || inGrid) ? '' : activeElement.outerHTML;
    });
  await expect.poll(unseen).toBe('');
}

/** Presses a key until it has led to a control, which is seen all the way. */
async function pressTo(page: Page, control: Locator, key = 'Tab'): Promise<void> {
  await expect(control).toBeEnabled();
  for (let steps = 0; steps < 80; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    await expectFocusSeen(page);
  }
  throw new Error(`${key} does not lead to ${control}`);
}

test('a sample is opened, written, mended and handed out with the keyboard alone', async ({
  page
}) => {
  const { keyboard } = page;
  await visit(page);
  await pressTo(page, page.getByRole('button', { name: '打开一份样例试一试' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '导入预览' })).toBeFocused();
  await pressTo(page, page.getByRole('button', { name: '存入文件柜' }));
  await keyboard.press('Enter');
  const outline = page.getByRole('navigation', { name: '目录' });
  await expect(outline).toBeVisible();

  // From part to part to the outline, and on to the header block of a project.
  await pressTo(page, outlineEntry(page, /^1\./), 'F6');
  await keyboard.press('Enter');
  await pressTo(page, page.getByRole('textbox', { name: '编号' }), 'F6');
  await pressTo(page, page.getByRole('textbox', { name: '项目名称' }));

  // A problem of the grid is gone to and mended, and the cell beside it written.
  await expect(listedProblems(page).filter({ hasText: '第 4 行' }).first()).toBeVisible();
  const typing = page.getByRole('textbox', { name: / 第 \d+ 行$/ });
  await expect(async () => {
    await keyboard.press('F8');
    await expectFocusSeen(page);
    await expect(typing).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(currentCell(page)).toHaveAttribute('aria-description', '成本与预算数不符');
  const budget = await page.getByRole('textbox', { name: '预算数' }).inputValue();
  await keyboard.type(`≤${budget}万元`);
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await expect(currentCell(page)).toHaveText(`≤${budget}万元`);
  await expect(currentCell(page)).not.toHaveClass(/cell-error/);
  await keyboard.press('ArrowLeft');
  await expectKeyboardInGrid(page);
  await compose(page, '购置支出');
  await keyboard.press('Enter');
  await keyboard.press('ArrowUp');
  await expect(currentCell(page)).toHaveText('购置支出');
  await expectKeyboardInGrid(page);

  // Menus and dialogs give the keyboard back to the cell.
  for (const [key, opened] of [
    ['Shift+F10', page.getByRole('menu')],
    ['F1', page.getByRole('dialog', { name: '快捷键' })],
    ['Control+g', page.getByRole('dialog', { name: '定位' })],
    ['Control+f', page.getByRole('search', { name: '查找' })]
  ] as const) {
    await keyboard.press(key);
    await expect(opened).toBeVisible();
    await expectFocusSeen(page);
    await keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await expect(typing, key).toBeFocused();
  }

  await pressTo(page, page.getByRole('link', { name: '文件柜' }), 'F6');
  await pressTo(page, page.getByRole('button', { name: '导出' }));
  await keyboard.press('Enter');
  await pressTo(page, page.getByRole('menuitem', { name: 'Excel 表格' }), 'ArrowDown');
  const download = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});
