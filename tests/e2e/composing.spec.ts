import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { beginComposition, compose } from '#tests/support/input-method.ts';
import { expectArrived, renameSheet, workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  column,
  expectKeyboardInGrid,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

test(
  'a composition in an open editor goes on while a colleague edits',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(wang, 3, '绩效指标描述').click();
    await expectKeyboardInGrid(wang);
    await compose(wang, '已写');
    const composition = await beginComposition(wang, 'z');

    await typeInto(li, cell(li, 3, '绩效指标描述'), '同事也写了这一格');
    await typeInto(li, cell(li, 1, '绩效指标描述'), '同事写了别的格');
    await cell(li, 1, '三级指标').click();
    await li.getByRole('button', { name: '插入行' }).click();
    await renameSheet(li, '同事改过了');
    await expectArrived(wang, '同事改过了');

    await composition.show('zhong');
    await expect(wang.locator('.handsontableInput')).toHaveValue('已写zhong');
    await composition.commit('中文');
    await wang.keyboard.press('Enter');
    for (const each of [wang, li]) {
      await expect(cell(each, 4, '绩效指标描述')).toHaveText('已写中文');
      await expect(cell(each, 1, '绩效指标描述')).toHaveText('同事写了别的格');
    }
  }
);

test('a composition begun on a selected cell loses no letter while a colleague edits', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser);
  await cell(wang, 3, '绩效指标描述').click();
  await expectKeyboardInGrid(wang);
  await typeInto(li, cell(li, 3, '绩效指标描述'), '同事先写了这一格');
  await expect(cell(wang, 3, '绩效指标描述')).toHaveText('同事先写了这一格');

  const composition = await beginComposition(wang, 'q');
  await expect(wang.locator('.handsontableInput')).toHaveValue('q');
  await typeInto(li, cell(li, 2, '绩效指标描述'), '同事写了别的格');
  await renameSheet(li, '同事改过了');
  await expectArrived(wang, '同事改过了');
  await composition.show('qing');
  await expect(wang.locator('.handsontableInput')).toHaveValue('qing');
  await composition.commit('清');
  await wang.keyboard.press('Enter');

  for (const each of [wang, li]) {
    await expect(cell(each, 3, '绩效指标描述')).toHaveText('清');
    await expect(cell(each, 2, '绩效指标描述')).toHaveText('同事写了别的格');
  }
});

test(
  'a composition goes on while a colleague deletes its row, and its text is offered back',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(wang, 3, '绩效指标描述').click();
    await expectKeyboardInGrid(wang);
    const composition = await beginComposition(wang, 'z');

    await cell(li, 3, '三级指标').click();
    await li.getByRole('button', { name: '删除行' }).click();
    await cell(li, 1, '三级指标').click();
    await li.getByRole('button', { name: '下移' }).click();
    await renameSheet(li, '同事改过了');
    await expectArrived(wang, '同事改过了');

    await composition.show('zhong');
    await expect(wang.locator('.handsontableInput')).toHaveValue('zhong');
    await composition.commit('中文');
    await wang.keyboard.press('Enter');
    await expect(wang.getByText('这一行已被同事删除，您输入的“中文”没有写入')).toBeVisible();
    for (const each of [wang, li]) {
      await expect(column(each, '绩效指标描述')).toHaveCount(5);
      await expect(column(each, '绩效指标描述').filter({ hasText: '中文' })).toHaveCount(0);
    }
  }
);

test(
  'prose that is typed without a pause is handed in before the first one',
  { tag: '@long' },
  async ({ page }) => {
    await page.clock.install();
    await openSample(page);
    await outlineEntry(page, '三、工作保障措施').click();
    const length = page.getByText(/^共 \d+ 字$/);
    const before = Number(/\d+/.exec(await length.innerText()));
    await page.getByRole('textbox', { name: '正文' }).press('Control+End');
    await page.clock.pauseAt(Date.now() + 60_000);
    for (let letter = 1; letter <= 10; letter++) {
      await expect(length).toHaveText(`共 ${before} 字`);
      await page.keyboard.insertText('写');
      await page.clock.runFor(200);
    }
    await expect(length).toHaveText(`共 ${before + 10} 字`);
  }
);
