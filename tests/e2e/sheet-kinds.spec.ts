import { openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { makeLink, openLink } from '#tests/support/sharing.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';
import {
  cellAt,
  expectKeyboardInGrid,
  expectSaved,
  grid,
  gridTexts,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

test.beforeEach(async ({ page }) => {
  await openWorkbook(page, workbookOfAllKinds());
});

/** Shows a sheet and waits until its own grid is there. */
async function show(page: Page, entry: string, title: string): Promise<void> {
  await outlineEntry(page, entry).click();
  await expect(page.getByRole('treegrid', { name: title })).toBeVisible();
}

const showIncomes = (page: Page) => show(page, '1.收支总表', '单位预算收支总表');
const showBrief = (page: Page) => show(page, '1.步道修整经费', '其中');
const showFree = (page: Page) => show(page, '各乡镇水费收缴情况', '各乡镇水费收缴情况');

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

test('a disclosure table is edited cell by cell, and is there after a reload', async ({ page }) => {
  await showIncomes(page);
  await expect(grid(page).getByRole('columnheader', { name: '支出' }).first()).toBeVisible();
  await expect(cellAt(page, 1, 2)).toHaveCSS('text-align', 'right');
  await expect(cellAt(page, 3, 1)).toHaveCSS('font-weight', '600');

  await typeInto(page, cellAt(page, 1, 2), '2090.03');
  await typeInto(page, cellAt(page, 2, 3), '二、水利支出');
  await page.keyboard.press('Control+z');
  await expect(cellAt(page, 2, 3)).toHaveText('二、农林水支出');
  await page.getByLabel('年度').fill('2027');
  await page.keyboard.press('Enter');
  await expectSaved(page);
  await page.reload();

  await expect(cellAt(page, 1, 2)).toHaveText('2090.03');
  await expect(page.getByLabel('年度')).toHaveValue('2027');
});

test(
  'rows pasted past the end make a disclosure table grow, in one step',
  { tag: '@long' },
  async ({ page }) => {
    await showIncomes(page);
    await cellAt(page, 3, 3).click();
    await expectKeyboardInGrid(page);

    await paste(page, '三、住房保障支出\t38.12\n支出总计\t2128.15\n');
    await expect.poll(() => gridTexts(page)).toHaveLength(4);
    await expect(cellAt(page, 4, 4)).toHaveText('2128.15');

    await page.keyboard.press('Control+z');
    await expect.poll(() => gridTexts(page)).toHaveLength(3);
    await expect(cellAt(page, 3, 3)).toHaveText('支出总计');
  }
);

test(
  'what finds no place beside a table of the form is told',
  { tag: '@long' },
  async ({ page }) => {
    await showIncomes(page);
    await cellAt(page, 1, 4).click();
    await expectKeyboardInGrid(page);

    await paste(page, '1.00\t2.00\t3.00\n');

    await expect(cellAt(page, 1, 4)).toHaveText('1.00');
    await expect(page.getByRole('status').filter({ hasText: '有 2 列没有粘贴' })).toBeVisible();
  }
);

test(
  'rows of a disclosure table are inserted, moved and deleted',
  { tag: '@long' },
  async ({ page }) => {
    await showIncomes(page);
    await cellAt(page, 1, 1).click();
    await page.getByRole('button', { name: '下移' }).click();
    await expect(cellAt(page, 2, 1)).toHaveText('一、一般公共预算拨款收入');
    await page.getByRole('button', { name: '插入行' }).click();
    await expect.poll(() => gridTexts(page)).toHaveLength(4);

    await cellAt(page, 1, 1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '删除行' }).click();

    await expect.poll(() => gridTexts(page)).toHaveLength(3);
    await expect(cellAt(page, 1, 1)).toHaveText('一、一般公共预算拨款收入');
  }
);

test(
  'a wide table keeps code and name in sight while it scrolls sideways',
  { tag: '@long' },
  async ({ page }) => {
    await show(page, '2.收入总表', '单位预算收入总表');
    const name = grid(page)
      .locator('.ht_clone_inline_start td')
      .filter({ hasText: '水利工程建设' });
    await expect(name).toHaveClass(/cell-indent-2/);

    await grid(page).locator('.ht_master td').filter({ hasText: '2090.03' }).first().click();
    await expectKeyboardInGrid(page);
    await page.keyboard.press('End');

    await expect(page.getByText('第 1 行 上年结转结余')).toBeVisible();
    await expect(name).toBeInViewport();
  }
);

test(
  'F8 goes to the cell of a disclosure table that does not add up',
  { tag: '@long' },
  async ({ page }) => {
    await show(page, '2.收入总表', '单位预算收入总表');

    await page.keyboard.press('F8');

    const place = cellAt(page, 3, 3);
    await expect(place).toHaveClass(/\bcurrent\b/);
    await expect(place).toHaveClass(/\bcell-error\b/);
    await expect(page.getByText('第 3 行 合计')).not.toHaveCount(0);
  }
);

test(
  'two people see each other in a disclosure table',
  { tag: '@long' },
  async ({ page, browser }) => {
    const wang = page;
    const li = await openLink(browser, await makeLink(wang, '王芳'), '李明');
    await showIncomes(wang);
    await showIncomes(li);

    await cellAt(li, 1, 3).click();
    await expect(cellAt(wang, 1, 3)).toHaveAttribute('data-peer', '李明');
    await typeInto(li, cellAt(li, 2, 4), '2090.00');
    await expect(cellAt(wang, 2, 4)).toHaveText('2090.00');

    await wang.getByRole('tab', { name: '历史' }).click();
    await expect(wang.getByRole('list', { name: '修改记录' })).toContainText('第 2 行 预算数');
  }
);

test(
  'an empty table shows its columns and its note, and takes rows',
  { tag: '@long' },
  async ({ page }) => {
    await show(page, '3.政府性基金预算支出', '单位预算政府性基金预算财政拨款支出表');
    await expect(grid(page).getByRole('columnheader', { name: '科目名称' })).toBeVisible();
    const note = page.getByRole('textbox', { name: '注', exact: true });
    await expect(note).toHaveValue('注：无政府性基金预算，空表列示。');

    await note.fill('注：本年没有政府性基金预算。');
    await page.getByRole('button', { name: '添加第一行' }).click();
    await typeInto(page, cellAt(page, 1, 2), '城乡社区支出');
    await expectSaved(page);
    await page.reload();

    await expect(note).toHaveValue('注：本年没有政府性基金预算。');
    await expect(cellAt(page, 1, 2)).toHaveText('城乡社区支出');
  }
);

test(
  'a brief is edited, and adds its list up beside its total',
  { tag: '@long' },
  async ({ page }) => {
    await showBrief(page);
    const sum = page.getByLabel('其中合计');
    await expect(sum).toHaveText('46.00');
    await expect(page.getByLabel('差额')).toHaveText('0.00');

    await typeInto(page, cellAt(page, 2, 2), '12.5');
    await expect(sum).toHaveText('48.50');
    await expect(page.getByLabel('差额')).toHaveText('-2.50');

    await page.getByRole('button', { name: '插入行' }).click();
    await typeInto(page, cellAt(page, 3, 1), '监理费');
    await expect(sum).toHaveText('48.50（另有 1 项没有金额）');

    const goals = page.getByRole('textbox', { name: '绩效目标' });
    await goals.fill('恢复过水断面。');
    await goals.blur();
    await expectSaved(page);
    await page.reload();

    await expect(goals).toHaveValue('恢复过水断面。');
    await expect(cellAt(page, 2, 2)).toHaveText('12.5');
  }
);

test('a free sheet grows to both sides by what is pasted', { tag: '@long' }, async ({ page }) => {
  await showFree(page);
  await typeInto(page, cellAt(page, 2, 2), '121.00');
  await cellAt(page, 1, 2).click();
  await expectKeyboardInGrid(page);

  await paste(page, '应收\t实收\t收缴率\n121.00\t118.20\t97.7%\n64.00\t51.20\t80.0%\n');

  await expect(grid(page).getByRole('columnheader', { name: 'D' })).toBeVisible();
  const grown = [
    ['乡镇', '应收', '实收', '收缴率'],
    ['城关镇', '121.00', '118.20', '97.7%'],
    ['', '64.00', '51.20', '80.0%']
  ];
  await expect.poll(() => gridTexts(page)).toEqual(grown);
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => gridTexts(page))
    .toEqual([
      ['乡镇', '应收'],
      ['城关镇', '121.00']
    ]);
  await page.keyboard.press('Control+y');
  await expect.poll(() => gridTexts(page)).toEqual(grown);
  await expectSaved(page);
  await page.reload();
  await expect.poll(() => gridTexts(page)).toEqual(grown);
});

test(
  'columns of a free sheet are inserted and deleted by the menu',
  { tag: '@long' },
  async ({ page }) => {
    await showFree(page);
    await cellAt(page, 1, 1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '在右侧插入列' }).click();
    await expect
      .poll(() => gridTexts(page))
      .toEqual([
        ['乡镇', '', '应收'],
        ['城关镇', '', '120.50']
      ]);

    await cellAt(page, 1, 1).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '删除列' }).click();
    await expect
      .poll(() => gridTexts(page))
      .toEqual([
        ['', '应收'],
        ['', '120.50']
      ]);
    await page.keyboard.press('Control+z');
    await expect(cellAt(page, 2, 1)).toHaveText('城关镇');
  }
);

test('every kind of sheet can be added, and taken back', async ({ page }) => {
  const entries = page.getByRole('navigation', { name: '目录' }).locator('.entry');
  const before = await entries.count();
  const add = async (...labels: string[]) => {
    await page.getByRole('button', { name: '加一张表' }).click();
    for (const label of labels) {
      await page.getByRole('menuitem', { name: label, exact: true }).click();
    }
  };

  await add('预算公开表…', '支出总表');
  await expect(page.getByLabel('表名')).toHaveValue('单位预算支出总表');
  await expect(page.getByLabel('单位编码')).toHaveValue('405001');
  await typeInto(page, cellAt(page, 1, 2), '合计');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(entries).toHaveCount(before);

  await add('项目说明');
  await expect(page.getByRole('textbox', { name: '项目概况' })).toBeVisible();
  await add('文字部分');
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
  await add('自由表');
  await typeInto(page, cellAt(page, 5, 4), '末格');
  await expect(cellAt(page, 5, 4)).toHaveText('末格');
  await expect(entries).toHaveCount(before + 3);
});
