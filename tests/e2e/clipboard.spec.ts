import { openSample } from '#tests/support/cabinet.ts';
import { expect, test, type Page } from '#tests/support/fixtures.ts';
import { clipboardOf } from '#tests/support/clipboards.ts';
import {
  cell,
  column,
  expectKeyboardInGrid,
  expectSaved,
  typeInto
} from '#tests/support/workbook-page.ts';

const card = (page: Page) => page.getByRole('group', { name: '粘贴的内容' });

/** Puts what a program writes for a table on the clipboard of the system. */
async function putOnClipboard(page: Page, given: { html: string; text: string }): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ({ html, text }) => {
    const blob = (type: string, content: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('text/html', html.replace(/^Version[^<]*/, '')),
        'text/plain': blob('text/plain', text)
      })
    ]);
  }, given);
}

async function select(page: Page, row: number, title: string): Promise<void> {
  await cell(page, row, title).click();
  await expectKeyboardInGrid(page);
}

test('a table from Word is cleaned, taken as it came, and taken back in one step', async ({
  page
}) => {
  await openSample(page);
  const before = await column(page, '指标值').allTextContents();
  await putOnClipboard(page, clipboardOf('word'));
  await select(page, 5, '一级指标');

  await page.keyboard.press('Control+v');

  await expect(card(page)).toContainText('2 行 × 4 列，1 处合并；清洗了');
  await expect(cell(page, 6, '绩效指标描述')).toHaveText('2026年12月31日');
  await expectKeyboardInGrid(page);
  await card(page).getByRole('button', { name: '按原样' }).click();
  await expect(cell(page, 6, '绩效指标描述')).toHaveText('2026-12-31');
  await expect(card(page)).toContainText('按原样粘贴');
  await page.keyboard.press('Control+z');
  await expect(card(page)).toHaveCount(0);
  await expect(column(page, '指标值')).toHaveText(before);
  await expect(cell(page, 6, '绩效指标描述')).not.toHaveText('2026-12-31');
  await expectSaved(page);
});

test(
  'the card goes with Esc and with the next edit, and takes the paste back',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const before = await column(page, '指标值').allTextContents();
    await putOnClipboard(page, { html: '<table><tr><td>９９％</td></tr></table>', text: '９９％' });
    await select(page, 1, '指标值');

    await page.keyboard.press('Control+v');
    await expect(cell(page, 1, '指标值')).toHaveText('99%');
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(cell(page, 1, '指标值')).toHaveText('99%');

    await select(page, 2, '指标值');
    await page.keyboard.press('Control+v');
    await card(page).getByRole('button', { name: '撤销' }).click();
    await expect(cell(page, 2, '指标值')).toHaveText(before[1]!);

    await page.keyboard.press('Control+v');
    await expect(card(page)).toBeVisible();
    await typeInto(page, cell(page, 5, '绩效指标描述'), '断面水质');
    await expect(card(page)).toHaveCount(0);
  }
);

test('the menu cuts, copies and pastes', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const [first, second] = await column(page, '指标值').allTextContents();
  const choose = async (row: number, item: string) => {
    await cell(page, row, '指标值').click({ button: 'right' });
    await page.getByRole('menuitem', { name: new RegExp(`^${item} Ctrl`) }).click();
  };

  await choose(1, '复制');
  await choose(3, '粘贴');
  await expect(cell(page, 3, '指标值')).toHaveText(first!);
  await expect(card(page)).toHaveCount(0);

  await choose(2, '剪切');
  await expect(cell(page, 2, '指标值')).toHaveClass(/cell-cut/);
  await choose(4, '粘贴');
  await expect(cell(page, 4, '指标值')).toHaveText(second!);
  await expect(cell(page, 2, '指标值')).toHaveText('');

  await page.keyboard.press('Control+z');
  await expect(cell(page, 2, '指标值')).toHaveText(second!);

  await putOnClipboard(page, { html: '<table><tr><td>表</td></tr></table>', text: '文\t本' });
  await select(page, 1, '指标值');
  await page.keyboard.press('Control+Shift+V');
  await expect(cell(page, 1, '指标值')).toHaveText('文');
  await expect(cell(page, 1, '指标值确定依据')).toHaveText('本');
});
