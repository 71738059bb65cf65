import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import {
  cell,
  column,
  currentCell,
  expectKeyboardInGrid,
  expectSaved,
  listedProblems,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

const ROWS = [
  '清淤河道长度',
  '工程验收合格率（%）',
  '清淤总成本',
  '完工时间',
  '河道水质',
  '沿河居民满意度'
];

const notice = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

async function expectRows(page: Page, rows: readonly string[]): Promise<void> {
  await expect(column(page, '三级指标')).toHaveText([...rows]);
}

/** Selects a cell by the mouse and waits until keys reach it. */
async function select(page: Page, row: number, title: string): Promise<void> {
  await cell(page, row, title).click();
  await expectKeyboardInGrid(page);
}

test('the keys of a cell work as in Excel and WPS', async ({ page }) => {
  await openSample(page);
  await select(page, 1, '指标值');

  await compose(page, '≥20公里');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, '指标值')).toHaveText('≥20公里');
  await expect(cell(page, 2, '指标值')).toHaveClass(/\bcurrent\b/);

  await page.keyboard.type('98');
  await page.keyboard.press('Tab');
  await expect(cell(page, 2, '指标值')).toHaveText('98');
  await expect(cell(page, 2, '指标值确定依据')).toHaveClass(/\bcurrent\b/);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('F2');
  await page.keyboard.type('%');
  await page.keyboard.press('Enter');
  await expect(cell(page, 2, '指标值')).toHaveText('98%');

  await page.keyboard.press('F2');
  await page.keyboard.type('不要');
  await page.keyboard.press('Escape');
  await expect(cell(page, 3, '指标值')).toHaveText('≤86.5万元');

  await page.keyboard.press('Delete');
  await expect(cell(page, 3, '指标值')).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 3, '指标值')).toHaveText('≤86.5万元');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 2, '指标值')).toHaveText('98');
  await page.keyboard.press('Control+y');
  await expect(cell(page, 2, '指标值')).toHaveText('98%');
});

test('keys typed without a pause all arrive, cell after cell', async ({ page }) => {
  await openSample(page);
  await cell(page, 1, '指标值').click();

  await page.keyboard.type('11\n22\n33\n44\n55\n66\n');

  await expect(column(page, '指标值')).toHaveText(['11', '22', '33', '44', '55', '66']);
});

test(
  'a block pasted past the end makes the table grow, in one step',
  { tag: '@long' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSample(page);
    const block = '下游村庄满意度\t表示满意的村民\t≥88%\n上游村庄满意度\t表示满意的户数\t≥87%\n';
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await select(page, 6, '三级指标');

    await page.keyboard.press('Control+v');

    const grown = [...ROWS.slice(0, 5), '下游村庄满意度', '上游村庄满意度'];
    await expectRows(page, grown);
    await expect(cell(page, 7, '指标值')).toHaveText('≥87%');
    await page.keyboard.press('Control+z');
    await expectRows(page, ROWS);
    await page.keyboard.press('Control+y');
    await expectRows(page, grown);

    await select(page, 7, '三级指标');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim()).toBe('上游村庄满意度\t表示满意的户数');
  }
);

test('rows are inserted, moved and deleted by the toolbar', async ({ page }) => {
  await openSample(page);
  await select(page, 2, '三级指标');

  await page.getByRole('button', { name: '插入行' }).click();
  await expectRows(page, [...ROWS.slice(0, 2), '', ...ROWS.slice(2)]);
  await page.keyboard.press('Control+z');
  await expectRows(page, ROWS);

  await select(page, 2, '三级指标');
  await page.getByRole('button', { name: '下移' }).click();
  const moved = [ROWS[0]!, ROWS[2]!, ROWS[1]!, ...ROWS.slice(3)];
  await expectRows(page, moved);
  await expect(currentCell(page)).toHaveCount(1);
  await page.getByRole('button', { name: '上移' }).click();
  await expectRows(page, ROWS);

  await select(page, 4, '三级指标');
  await page.getByRole('button', { name: '删除行' }).click();
  await expectRows(page, ROWS.toSpliced(3, 1));
  await notice(page, '已删除一行').getByRole('button', { name: '撤销' }).click();
  await expectRows(page, ROWS);
});

test('the menu of a cell opens by mouse and by key', async ({ page }) => {
  await openSample(page);
  const menu = page.getByRole('menu', { name: '单元格操作' });

  await cell(page, 3, '三级指标').click({ button: 'right' });
  await menu.getByRole('menuitem', { name: '在上方插入行' }).click();
  await expectRows(page, [...ROWS.slice(0, 2), '', ...ROWS.slice(2)]);

  await select(page, 3, '三级指标');
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: '删除行' }).press('Enter');
  await expectRows(page, ROWS);

  await select(page, 1, '三级指标');
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});

test('the first level is one cell for all rows of its run', async ({ page }) => {
  await openSample(page);
  await expect(column(page, '一级指标')).toHaveText([
    '产出指标',
    '',
    '',
    '',
    '效益指标',
    '满意度指标'
  ]);

  await typeInto(page, cell(page, 1, '一级指标'), '成本指标');

  await expect(column(page, '一级指标')).toHaveText([
    '成本指标',
    '',
    '',
    '',
    '效益指标',
    '满意度指标'
  ]);
});

test('header fields are edited, checked and undone like cells', async ({ page }) => {
  await openSample(page);
  const budget = page.getByLabel('预算数');
  await page.getByLabel('筛选问题').fill('预算数与资金来源不符');
  const problem = listedProblems(page);
  await expect(problem).toHaveCount(0);

  await budget.fill('90.00');
  await budget.press('Enter');
  await expect(page.getByLabel('差额')).toHaveText('3.50');
  await expect(problem.first()).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(budget).toHaveValue('86.50');
  await expect(problem).toHaveCount(0);

  const usage = page.getByLabel('资金用途');
  await usage.press('Control+End');
  await page.keyboard.type('和绿化');
  await usage.blur();
  await expectSaved(page);
  await page.reload();
  await expect(usage).toHaveValue(/步道修整和绿化$/);
});

test('指标总表 and the project tables show each other’s edits', async ({ page }) => {
  await openSample(page);
  await expect(page.getByRole('treegrid', { name: '河道清淤专项经费绩效目标表' })).toBeVisible();
  await typeInto(page, cell(page, 2, '指标值'), '≥99%');

  await outlineEntry(page, '指标总表').click();
  await expect(page.getByRole('treegrid', { name: '指标总表' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /指标总表 4 个项目，23 行指标/ })).toBeVisible();
  await expect(cell(page, 2, '指标值')).toHaveText('≥99%');
  await typeInto(page, cell(page, 7, '指标值确定依据'), '从总表写入');

  await outlineEntry(page, '2.饮用水水质检测费').click();
  await expect(cell(page, 1, '指标值确定依据')).toHaveText('从总表写入');
});

test('everything typed is there after a reload, and can still be undone', async ({ page }) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥21公里');
  await page.getByLabel('表名').fill('河道疏浚经费绩效目标表');
  await page.keyboard.press('Enter');
  await page.getByLabel('编号').fill('9.');
  await page.keyboard.press('Enter');
  await outlineEntry(page, '三、工作保障措施').click();
  const body = page.getByRole('textbox', { name: '正文' });
  await body.press('Control+Home');
  await page.keyboard.type('写在最前面。');
  await page.getByLabel('工作簿名称').fill('改过的名称');
  await page.keyboard.press('Enter');
  await expectSaved(page);

  await page.reload();

  await expect(body).toHaveValue(/^写在最前面。/);
  await expect(page.getByLabel('工作簿名称')).toHaveValue('改过的名称');
  await outlineEntry(page, '9.河道疏浚经费').click();
  await expect(cell(page, 1, '指标值')).toHaveText('≥21公里');

  const undo = page.getByRole('button', { name: '撤销', exact: true });
  await undo.click();
  await expect(page.getByLabel('工作簿名称')).toHaveValue('青泉县水务局2023年部门预算绩效文本');
  for (let steps = 0; steps < 10 && (await undo.isEnabled()); steps++) await undo.click();
  await expect(cell(page, 1, '指标值')).toHaveText('≥12公里');
  await expect(page.getByLabel('表名')).toHaveValue('河道清淤专项经费绩效目标表');
  await expect(page.getByLabel('编号')).toHaveValue('1.');
});

test(
  'leaving the page hands in the words of an open editor',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await cell(page, 1, '指标值').click();
    await expectKeyboardInGrid(page);
    await compose(page, '≥33公里');

    await page.getByRole('link', { name: '文件柜' }).click();
    await page.getByRole('link', { name: /水务局/ }).click();

    await expect(cell(page, 1, '指标值')).toHaveText('≥33公里');
  }
);

test(
  'a project table is added, moved and deleted in the outline',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const tables = outlineEntry(page, /^\d\./);

    await page.getByRole('button', { name: '加一张表' }).click();
    await page.getByRole('menuitem', { name: '项目绩效目标表' }).click();
    await expect(tables).toHaveCount(5);
    await page.getByLabel('项目名称').fill('堤防巡查补助');
    await page.keyboard.press('Enter');

    await outlineEntry(page, '2.饮用水水质检测费').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '上移' }).click();
    await expect(tables.first()).toContainText('饮用水水质检测费');

    await outlineEntry(page, '1.河道清淤专项经费').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '删除' }).click();
    await expect(tables).toHaveCount(4);
    await notice(page, '已删除').getByRole('button', { name: '撤销' }).click();
    await expect(tables).toHaveCount(5);
  }
);
