import type { Workbook } from '#lib/model/workbook.ts';
import { createSheet } from '#lib/model/create.ts';
import { openSample, openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import {
  cell,
  currentCell,
  expectKeyboardInGrid,
  grid,
  listedProblems,
  outlineEntry
} from '#tests/support/workbook-page.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const panel = (page: Page): Locator => page.getByRole('tabpanel', { name: /^问题/ });
const chip = (page: Page, name: string | RegExp): Locator =>
  panel(page).getByRole('button', { name, exact: true });
const filter = (page: Page): Locator => page.getByRole('searchbox', { name: '筛选问题' });
const menu = (page: Page): Locator => page.getByRole('menu', { name: '问题操作' });
const notice = (page: Page, text: string): Locator =>
  page.getByRole('status').filter({ hasText: text });

/** The number on a button such as `错误 7`. */
async function numberOn(button: Locator): Promise<number> {
  return Number(/\d+$/.exec((await button.innerText()).trim())?.[0]);
}

/** Lists the problems of all severities. */
async function listAll(page: Page): Promise<void> {
  await chip(page, /^提示 \d+$/).click();
  await expect(chip(page, /^提示 \d+$/)).toHaveAttribute('aria-pressed', 'true');
}

/** The small workbook, with prose that names a telephone far down. */
function workbookWithProse(): Workbook {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `（${at + 1}）本年度按计划开展第${at + 1}项工作。`
  );
  const prose = createSheet('text', {
    id: 's1',
    number: '一、',
    title: '总体绩效目标',
    fields: {
      body: [...lines, '节水周活动由供水股负责，联系电话13800138000。', ...lines].join('\n')
    }
  });
  const workbook = smallWorkbook();
  return { ...workbook, sheets: [prose, ...workbook.sheets.slice(1)] };
}

test(
  'problems are grouped by sheet or by rule, and groups are folded',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await expect(listedProblems(page, '4.节水宣传活动经费绩效目标表')).not.toHaveCount(0);

    await chip(page, '按规则').click();

    await expect(listedProblems(page, '支出计划前后倒挂')).toHaveCount(1);
    await expect(listedProblems(page, '支出计划前后倒挂')).toContainText('节水宣传活动经费 10月底');
    const heading = panel(page).getByRole('button', { name: '支出计划前后倒挂', exact: true });
    await heading.click();
    await expect(heading).toHaveAttribute('aria-expanded', 'false');
    await expect(listedProblems(page, '支出计划前后倒挂')).toHaveCount(0);
    await heading.click();
    await expect(listedProblems(page, '支出计划前后倒挂')).toHaveCount(1);
  }
);

test(
  'the problems of one cell stand together, its place named once',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const sheet = listedProblems(page, '3.巡河员4人劳务费绩效目标表');
    const first = sheet.filter({ hasText: '时效指标无法衡量' });

    await expect(first.locator('.where')).toBeVisible();
    await expect(first.locator('xpath=../following-sibling::*[1]')).toContainText(
      '指标值是未填的选项'
    );
  }
);

test(
  'counts tell what each filter would list, and what is left out is said',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await listAll(page);
    const all = await numberOn(chip(page, /^未处理 \d+$/));
    await expect(listedProblems(page).first()).toHaveAttribute('aria-setsize', String(all));

    await filter(page).fill('巡河员');
    const named = await numberOn(chip(page, /^错误 \d+$/));
    await expect(
      listedProblems(page, '3.巡河员4人劳务费绩效目标表').getByRole('img', { name: '错误' })
    ).toHaveCount(named);

    await filter(page).fill('没有这样的问题');
    await expect(chip(page, '错误 0')).toBeVisible();
    await expect(panel(page)).toContainText('没有符合筛选条件的问题');
    await expect(panel(page)).toContainText(`另有 ${all} 个没有列出`);
    await expect(page.getByRole('status', { name: '问题计数' })).toContainText('列出 0 个问题');

    await panel(page).getByRole('button', { name: '全部列出' }).click();
    await expect(listedProblems(page).first()).toHaveAttribute('aria-setsize', String(all));
    await chip(page, '已豁免 0').click();
    await expect(panel(page)).toContainText('没有豁免过问题');
  }
);

test('the list is worked with the keyboard alone', async ({ page }) => {
  await openSample(page);
  const focused = panel(page).locator(':focus');
  const heading = panel(page).getByRole('button', { name: /^1\.河道/ });
  await heading.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(heading).toHaveAttribute('aria-expanded', 'true');

  await filter(page).fill('日期写错');
  await heading.focus();
  await page.keyboard.press('ArrowDown');
  await expect(focused).toContainText('日期写错');
  await page.keyboard.press('Space');
  await expect(menu(page).getByRole('menuitem', { name: '改为 2023年6月30日' })).toBeFocused();
  await expect(menu(page).getByRole('menuitem')).toContainText([
    '改为 2023年6月30日',
    '豁免…',
    '关闭此规则',
    '规则设置…',
    '复制'
  ]);
  await page.keyboard.press('Escape');
  await expect(focused).toContainText('日期写错');

  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('改为 2023年6月30日');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expectKeyboardInGrid(page);
  await expect(currentCell(page)).toHaveText('1002023年6月30日');
});

test(
  'the keyboard stays in the list when a problem is fixed there',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const problem = listedProblems(page).filter({ hasText: '日期写错' });

    await problem.getByRole('button', { name: '改为 2023年6月30日' }).click();

    await expect(problem).toHaveCount(0);
    await expect(panel(page).locator(':focus')).toHaveAttribute('data-problem', '');
  }
);

test('all remedies of a rule are seen before they are one step of undo', async ({ page }) => {
  await openSample(page);
  await listAll(page);
  await chip(page, '按规则').click();
  const rule = panel(page).getByRole('region', { name: '其他资金空白' });
  const dialog = page.getByRole('dialog', { name: '全部修正：其他资金空白' });

  await rule.getByRole('button', { name: '全部修正 3 处…' }).click();
  const row = dialog.getByRole('row').filter({ hasText: '巡河员4人劳务费 其他资金' });
  await expect(row).toContainText('0.00');
  await row.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: '修正 2 处' }).click();

  await expect(notice(page, '已修正“其他资金空白”2 处')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '其他资金' })).toHaveValue('0.00');
  await outlineEntry(page, '3.巡河员4人劳务费').click();
  await expect(page.getByRole('textbox', { name: '其他资金' })).toHaveValue('');
  await page.keyboard.press('Control+z');
  await outlineEntry(page, '1.河道清淤专项经费').click();
  await expect(page.getByRole('textbox', { name: '其他资金' })).toHaveValue('');
  await outlineEntry(page, '4.节水宣传活动经费').click();
  await expect(page.getByRole('textbox', { name: '其他资金' })).toHaveValue('');
});

test('Ctrl+. offers what can be done with the cell, and a rule is switched off and on', async ({
  page
}) => {
  await openSample(page);
  await cell(page, 4, '指标值').click();
  await expectKeyboardInGrid(page);

  await page.keyboard.press('Control+.');
  await menu(page).getByRole('menuitem', { name: '关闭此规则' }).click();
  await expect(listedProblems(page).filter({ hasText: '日期写错' })).toHaveCount(0);
  await notice(page, '已关闭规则“日期写错”').getByRole('button', { name: '撤销' }).click();
  await expect(listedProblems(page).filter({ hasText: '日期写错' })).toHaveCount(1);

  await cell(page, 1, '三级指标').click();
  await outlineEntry(page, '2.饮用水水质检测费').click();
  await page.keyboard.press('Control+.');
  await expect(notice(page, '这里没有问题')).toBeVisible();
});

test('the list is copied as text', { tag: '@long' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(page);
  await filter(page).fill('日期写错');

  await panel(page).getByRole('button', { name: '复制列出的问题' }).click();

  await expect(notice(page, '已复制列出的 1 个问题')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('1.河道清淤专项经费绩效目标表\n1. 【错误】第 4 行 指标值：日期写错。');
});

test(
  'the places that a finding rests on stand side by side',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await listAll(page);
    const problem = listedProblems(page, '2.饮用水水质检测费绩效目标表').filter({
      hasText: '支出计划按季均分'
    });

    await problem.getByRole('button', { name: '并排查看' }).click();

    const beside = page.getByRole('region', { name: '并排查看' });
    await expect(beside.getByRole('group')).toHaveCount(2);
    await expect(beside.getByRole('group', { name: '3.巡河员4人劳务费绩效目标表' })).toContainText(
      '25%'
    );
    await beside.getByRole('button', { name: '3.巡河员4人劳务费绩效目标表' }).click();
    await expect(page.getByLabel('表名')).toHaveValue('巡河员4人劳务费绩效目标表');
    await beside.getByRole('button', { name: '关闭并排查看' }).click();
    await expect(beside).toBeHidden();
  }
);

test('a jump to a passage of prose marks it and selects it', { tag: '@long' }, async ({ page }) => {
  await openWorkbook(page, workbookWithProse());
  const body = page.getByLabel('正文', { exact: true });
  const problem = listedProblems(page).filter({ hasText: '13800138000' }).first();

  await problem.locator('[data-problem]').click();
  const mark = page.getByRole('main').locator('mark');
  await expect(mark).toBeInViewport();
  await expect(mark).toContainText('13800138000');

  await problem.locator('[data-problem]').press('Enter');
  await expect(body).toBeFocused();
  const selected = await body.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd)
  );
  expect(selected).toContain('13800138000');

  await page.keyboard.press('End');
  await page.keyboard.type('。');
  await expect(mark).toHaveCount(0);
});

test('a click on the strip beside the grid goes to the row', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await outlineEntry(page, '指标总表').click();
  await expect(grid(page)).toBeVisible();

  await page.locator('.strip .error').first().click();

  await expect(currentCell(page)).toHaveText('1002023年6月30日');
});
