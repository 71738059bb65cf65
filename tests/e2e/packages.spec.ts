import type { Browser, Page } from '@playwright/test';
import { openSample, signAs } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { choosePackage, packUp, type OnDisk } from '#tests/support/packages.ts';
import { visit } from '#tests/support/visit.ts';
import { cell, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

async function anotherDevice(browser: Browser, name: string, page: Page): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  await signAs(other, name);
  return other;
}

test('two devices that meet by U-disk only have both their edits, and both texts of one cell', async ({
  page: wang,
  browser
}) => {
  await signAs(wang, '王芳');
  await openSample(wang);
  const li = await anotherDevice(browser, '李明', wang);
  const first = await choosePackage(li, await packUp(wang));
  await expect(first.getByText('已放进文件柜')).toBeVisible();
  await first.getByRole('button', { name: '打开工作簿' }).click();

  for (const [page, name] of [
    [wang, '王'],
    [li, '李']
  ] as const) {
    await outlineEntry(page, /^1/).click();
    await typeInto(page, cell(page, name === '王' ? 1 : 2, '三级指标'), `${name}的行`);
    await typeInto(page, cell(page, 3, '三级指标'), `${name}的话`);
  }
  const fromLi = await packUp(li);
  const workbook = wang.url();
  const merged = await choosePackage(wang, fromLi);
  await expect(merged.getByText(/李明/)).toBeVisible();
  await expect(merged.getByText('1 处同格冲突')).toBeVisible();
  await merged.getByRole('button', { name: '打开工作簿' }).click();
  await expect(wang).toHaveURL(workbook);
  await outlineEntry(wang, /^1/).click();
  await expect(cell(wang, 1, '三级指标')).toHaveText('王的行');
  await expect(cell(wang, 2, '三级指标')).toHaveText('李的行');

  const again = await choosePackage(wang, fromLi);
  await expect(again.getByText('没有新的内容')).toBeVisible();

  const back = await choosePackage(li, await (await wang.goto(workbook), packUp(wang)));
  await back.getByRole('button', { name: '打开工作簿' }).click();
  await outlineEntry(li, /^1/).click();
  await expect(cell(li, 1, '三级指标')).toHaveText('王的行');
  const winner = await cell(li, 3, '三级指标').innerText();
  await wang.goto(workbook);
  await outlineEntry(wang, /^1/).click();
  await expect(cell(wang, 3, '三级指标')).toHaveText(winner);
});

test(
  'a package with a password opens with it only, and a damaged one changes nothing',
  { tag: '@long' },
  async ({ page, browser }) => {
    await openSample(page);
    const file = await packUp(page, '青泉2026');
    const li = await anotherDevice(browser, '李明', page);
    const dialog = await choosePackage(li, file);
    const password = dialog.getByLabel('同步包的密码');
    await password.fill('青泉2025');
    await dialog.getByRole('button', { name: '打开', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('密码不对');
    await password.fill('青泉2026');
    await dialog.getByRole('button', { name: '打开', exact: true }).click();
    await expect(dialog.getByText('已放进文件柜')).toBeVisible();

    const cut = { ...(await packUp(page)), name: '剪断.jibiao' };
    const third = await anotherDevice(browser, '赵强', page);
    const damaged = await choosePackage(third, { ...cut, buffer: cut.buffer.subarray(0, 2000) });
    await expect(damaged.getByRole('alert')).toContainText('不完整');
    await damaged.getByRole('button', { name: '关闭', exact: true }).click();
    await expect(third.getByText('文件柜还是空的')).toBeVisible();
  }
);

test(
  'several packages that are chosen at once are opened one after the other',
  { tag: '@long' },
  async ({ page, browser }) => {
    await signAs(page, '王芳');
    const files: OnDisk[] = [];
    for (const name of ['甲.jibiao', '乙.jibiao']) {
      await openSample(page);
      files.push({ ...(await packUp(page)), name });
    }
    const li = await anotherDevice(browser, '李明', page);
    await visit(li);
    await li.getByLabel('选择同步包').setInputFiles(files);
    const dialog = li.getByRole('dialog', { name: '打开同步包' });
    for (const [name, waiting] of [
      ['甲.jibiao', 1],
      ['乙.jibiao', 0]
    ] as const) {
      await expect(dialog.getByText(name)).toBeVisible();
      await expect(dialog.getByText('已放进文件柜')).toBeVisible();
      await expect(dialog.getByText('还有 1 个同步包')).toHaveCount(waiting);
      await dialog.getByRole('button', { name: '关闭', exact: true }).click();
    }
    await expect(li.getByRole('link', { name: /绩效/ })).toHaveCount(2);
  }
);
