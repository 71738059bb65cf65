import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { cell, expectSaved, listedProblems, outlineEntry } from '#tests/support/workbook-page.ts';

const NAMES = ['河道清淤', '水库加固', '泵站维护'];

/** Three projects without a satisfaction, each with an operator that is none. */
function paper() {
  const cells = { level1: '产出指标', level2: '数量指标', level3: '验收点位数' };
  const sheets = NAMES.map((name, at) =>
    createSheet('project', {
      id: `s${at}`,
      number: `${at + 1}.`,
      title: `${name}绩效目标表`,
      rows: [createRow({ ...cells, target: `>=${12 + at}处` })]
    })
  );
  return createWorkbook({ title: '青泉县水务局绩效文本', year: 2024, sheets });
}

/** Asks to fix all problems of a rule, and gives the preview. */
async function fixAll(page: Page, title: string): Promise<Locator> {
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('button', { name: '按规则' }).click();
  await panel
    .getByRole('heading', { name: title })
    .getByRole('button', { name: /^全部修正/ })
    .click();
  return page.getByRole('dialog', { name: `全部修正：${title}` });
}

test('a row that three sheets lack is put into all of them, and taken out again after a reload by one undo', async ({
  page
}) => {
  await openWorkbook(page, paper());
  const preview = await fixAll(page, '缺少满意度指标');
  await expect(preview.getByRole('row')).toHaveCount(4);
  for (const name of NAMES) await expect(preview).toContainText(`${name} 新增第 2 行`);
  await preview.getByRole('button', { name: '修正 3 处' }).click();

  await expect(cell(page, 2, '指标值')).toHaveText('≥（请填写）%');
  await expect(listedProblems(page).filter({ hasText: '指标值还没有填' })).toHaveCount(3);
  await expectSaved(page);
  await page.reload();
  await expect(cell(page, 2, '指标值')).toHaveText('≥（请填写）%');

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  for (const name of NAMES) {
    await outlineEntry(page, new RegExp(name)).click();
    await expect(cell(page, 1, '指标值')).toHaveText(/^>=/);
    await expect(cell(page, 2, '指标值')).toHaveCount(0);
  }
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeDisabled();
});

test('what is left out in the preview stays as it is', { tag: '@long' }, async ({ page }) => {
  await openWorkbook(page, paper());
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^提示 \d/ })
    .click();
  const preview = await fixAll(page, '比较符号不规范');
  await preview
    .getByRole('row', { name: /水库加固/ })
    .getByRole('checkbox')
    .uncheck();
  await preview.getByRole('button', { name: '修正 2 处' }).click();

  await expect(cell(page, 1, '指标值')).toHaveText('≥12处');
  await outlineEntry(page, /水库加固/).click();
  await expect(cell(page, 1, '指标值')).toHaveText('>=13处');
});
