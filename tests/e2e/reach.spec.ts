import { violationsOn } from '#tests/support/axe.ts';
import { button } from '#tests/support/batch-page.ts';
import { chooseFiles, openSample, openWorkbook, paperFile } from '#tests/support/cabinet.ts';
import { lookAtDialogs, lookAtSheets } from '#tests/support/every-screen.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { outlineEntry } from '#tests/support/workbook-page.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

/** Looks at a page in both themes for what axe finds. */
async function expectReachable(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violationsOn(page), `${name}, ${colorScheme}`).toEqual([]);
  }
}

test('axe finds nothing in the 文件柜 and its dialogs', { tag: '@long' }, async ({ page }) => {
  await visit(page);
  await expectReachable(page, 'empty');
  for (const name of ['新建', '设置', '打开同步链接', '快捷键']) {
    await button(page, name).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectReachable(page, name);
    await page.keyboard.press('Escape');
  }
  await chooseFiles(page, paperFile('水务局', sampleText('pdf-rows')));
  await expect(page.getByRole('region', { name: '识别结果' })).toBeVisible();
  await expectReachable(page, 'import preview');
  await button(page, '存入文件柜').click();
  await page.getByRole('link', { name: '文件柜' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectReachable(page, 'full');
  await button(page, '批量检查').click();
  await expectReachable(page, 'batch');
});

test('axe finds nothing in the sheets of any kind', { tag: '@long' }, async ({ page }) => {
  await openWorkbook(page, workbookOfAllKinds());
  const entries = ['2.收入总表', '1.步道修整经费', '各乡镇水费收缴情况', '指标总表', '项目总表'];
  for (const entry of entries) {
    await outlineEntry(page, entry).click();
    await expect(page.getByRole('treegrid')).toBeVisible();
    await expectReachable(page, entry);
  }
});

test(
  'axe finds nothing in a project, in the panels and the dialogs',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await expectReachable(page, '问题');
    await outlineEntry(page, '二、分项绩效目标').click();
    for (const panel of [/^批注/, /^历史/, /^成员/]) {
      await page.getByRole('tab', { name: panel }).click();
      await expectReachable(page, `${panel}`);
    }
    for (const name of ['属性', '提交审核', '生成同步链接']) {
      await button(page, name).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectReachable(page, name);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+h');
    await page.keyboard.type('清淤');
    await button(page, '全部列出').first().click();
    await expectReachable(page, '查找');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
    await page.getByRole('combobox', { name: '定位到' }).fill('绩效');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectReachable(page, '定位');
    await page.keyboard.press('Escape');
    await button(page, '属性').click();
    await button(page, /规则/).click();
    await expect(page.getByRole('heading', { name: /规则/ }).first()).toBeVisible();
    await expectReachable(page, '规则设置');
  }
);

test('axe finds nothing in the views of a workbook', { tag: '@long' }, async ({ page }) => {
  await lookAtSheets(page, (screen) => expectReachable(page, screen));
});

test('axe finds nothing in what lies over a workbook', { tag: '@long' }, async ({ page }) => {
  await lookAtDialogs(page, (screen) => expectReachable(page, screen));
});

test('axe finds nothing in 汇总', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await page.goto('/summary');
  await expect(page.getByRole('list', { name: '问题' })).toBeVisible();
  await expectReachable(page, '汇总');
});

test(
  'axe finds nothing on the page of a link that opens nothing',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto('/s');
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectReachable(page, 'link');
  }
);
