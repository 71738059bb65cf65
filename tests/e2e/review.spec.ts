import { openSample, signAs } from '#tests/support/cabinet.ts';
import { commentOn } from '#tests/support/comment-panel.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { choosePackage, packUp } from '#tests/support/packages.ts';
import { makeLink, openLink, workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  expectSaved,
  expectSynced,
  outlineEntry,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: '审核' });
const banner = (page: Page, words: string): Locator =>
  page.getByRole('note').filter({ hasText: words });
const lateEdits = (page: Page): Locator =>
  dialog(page).getByRole('table', { name: '迟到修改' }).getByRole('row');

/** Takes a step: by the chip or button in the top bar, where `from` says what it shows, and its form. */
async function take(page: Page, from: string, step: string, note = ''): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: from }).click();
  const form = dialog(page).getByRole('form', { name: step });
  const offer = dialog(page).getByRole('button', { name: `${step}…` });
  await expect(form.or(offer)).toBeVisible();
  if (await offer.isVisible()) await offer.click();
  if (note !== '') await form.getByRole('textbox').fill(note);
  await form.getByRole('button', { name: step }).click();
  await expect(dialog(page)).toBeHidden();
}

test('a paper goes from submission over a return to approval, and a late edit waits for a decision', async ({
  page,
  browser
}) => {
  // Three people, and pauses before what is late is put aside.
  test.slow();
  const { wang, li } = await workTogether(page, browser);
  const zhao = await openLink(browser, await makeLink(wang, '王芳', '可批注'), '赵强');

  await take(wang, '提交审核', '提交审核', '请审核');
  await expect(zhao.getByRole('button', { name: '已提交' })).toBeVisible();
  await commentOn(zhao, cell(zhao, 1, '指标值'), '请写明年份');
  await take(zhao, '已提交', '退回修改', '指标值不完整');
  await expect(banner(wang, '赵强')).toContainText('退回修改');
  await expect(banner(wang, '赵强')).toContainText('指标值不完整');
  await banner(wang, '赵强').getByRole('button', { name: '看批注（1）' }).click();
  await expect(wang.getByRole('tabpanel')).toContainText('请写明年份');

  await typeInto(wang, cell(wang, 1, '指标值'), '2026年≥13公里');
  await take(wang, '已退回', '提交审核');
  await expectSynced(wang);
  await expect(cell(li, 1, '指标值')).toHaveText('2026年≥13公里');
  await li.context().setOffline(true);
  await expect(statusLine(li)).toContainText('离线，可继续编辑');
  await expect(cell(zhao, 1, '指标值')).toHaveText('2026年≥13公里');
  await take(zhao, '已提交', '审定');

  await expect(banner(wang, '审定锁定')).toContainText('不能再修改');
  await cell(wang, 2, '指标值').click();
  await wang.keyboard.type('5');
  await expect(cell(wang, 2, '指标值')).not.toHaveText('5');
  await expect(wang.getByRole('button', { name: '撤销' })).toBeHidden();

  await typeInto(li, cell(li, 6, '指标值'), '≥92%');
  await expectSaved(li);
  await li.context().setOffline(false);
  await expect(banner(li, '审定锁定')).toContainText('您得知锁定之前的 1 处修改放进了迟到修改');
  for (const each of [wang, li, zhao]) {
    await expect(cell(each, 6, '指标值')).toHaveText('≥90%');
  }

  await zhao.getByRole('button', { name: '迟到修改 1' }).click();
  await expect(lateEdits(zhao).last()).toContainText('等待决定');
  await wang.getByRole('button', { name: '迟到修改 1' }).click();
  await expect(lateEdits(wang).last()).toContainText(/第 6 行 指标值≥90%≥92%李明/);
  await lateEdits(wang).last().getByRole('button', { name: '采用', exact: true }).click();
  await expect(lateEdits(wang).last()).toContainText('我采用了');
  await expect(lateEdits(zhao).last()).toContainText('王芳采用了');
  for (const each of [wang, li, zhao]) await expect(cell(each, 6, '指标值')).toHaveText('≥92%');
  await expect(banner(li, '审定锁定')).not.toContainText('迟到修改');
});

test(
  'a workbook alone is submitted, approved, listed so and unlocked',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: '提交审核' }).click();
    await dialog(page).getByLabel('我的姓名').fill('王芳');
    await dialog(page).getByRole('button', { name: '提交审核' }).click();
    await typeInto(page, cell(page, 1, '指标值'), '≥13公里');
    await expect(banner(page, '已提交审核')).toContainText('提交后又改了 1 处');
    await banner(page, '已提交审核').getByRole('button', { name: '看改了什么' }).click();
    await dialog(page).getByRole('button', { name: '看改了什么' }).click();
    await expect(page.getByRole('table', { name: '不同之处' })).toContainText('≥13公里');
    await page.getByRole('button', { name: '关闭', exact: true }).click();
    await take(page, '已提交', '审定', '同意上报');
    await expectSaved(page);

    await page.getByRole('link', { name: '文件柜' }).click();
    const row = page.getByRole('row').filter({ hasText: '已审定' });
    await row.getByRole('button').click();
    await expect(page.getByRole('menuitem', { name: '重命名…' })).toBeHidden();
    await page.keyboard.press('Escape');
    await row.getByRole('link').click();
    await expect(page.getByLabel('预算数')).not.toBeEditable();
    await take(page, '已审定', '解除锁定', '补充附件');
    await expect(page.getByLabel('预算数')).toBeEditable();
    await page.getByRole('button', { name: '提交审核' }).click();
    await expect(
      dialog(page).getByRole('list', { name: '审核经过' }).getByRole('listitem')
    ).toHaveText([/解除锁定.*补充附件/, /审定.*同意上报/, /提交审核/]);
  }
);

test(
  'a reviewer who is met by U-disk only returns a paper, and what came late to an approval is listed',
  { tag: '@long' },
  async ({ page: wang, browser }) => {
    test.slow();
    await signAs(wang, '王芳');
    await openSample(wang);
    const workbook = wang.url();
    await take(wang, '提交审核', '提交审核');
    await expectSaved(wang);
    const zhao = await (await browser.newContext({ baseURL: new URL(workbook).origin })).newPage();
    await signAs(zhao, '赵强');
    const first = await choosePackage(zhao, await packUp(wang));
    await first.getByRole('button', { name: '打开工作簿' }).click();
    await take(zhao, '已提交', '退回修改', '请补充依据');
    await expectSaved(zhao);

    const returned = await choosePackage(wang, await packUp(zhao));
    await expect(returned).toContainText('并入了1 步审核');
    await wang.goto(workbook);
    await expect(banner(wang, '赵强')).toContainText('请补充依据');
    await take(wang, '已退回', '提交审核');
    await take(wang, '已提交', '审定');
    await expectSaved(wang);
    await outlineEntry(zhao, /^1/).click();
    await typeInto(zhao, cell(zhao, 6, '指标值'), '≥95%');
    await expectSaved(zhao);

    const late = await choosePackage(wang, await packUp(zhao));
    await expect(late).toContainText('并入了1 处修改');
    await wang.goto(workbook);
    await outlineEntry(wang, /^1/).click();
    await wang.getByRole('button', { name: '迟到修改 1' }).click();
    await expect(lateEdits(wang).last()).toContainText(/第 6 行 指标值≥90%≥95%赵强/);
    await lateEdits(wang).last().getByRole('button', { name: '不采用' }).click();
    await expect(lateEdits(wang).last()).toContainText('我没有采用');
    await expect(cell(wang, 6, '指标值')).toHaveText('≥90%');
  }
);
