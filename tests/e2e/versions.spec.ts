import type { Page } from '@playwright/test';
import { openSample, paperFile, signAs } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { choosePackage, packUp, type OnDisk } from '#tests/support/packages.ts';
import { sampleText } from '#tests/support/papers.ts';
import { workTogether } from '#tests/support/sharing.ts';
import { cell, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

async function keepVersion(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: '历史' }).click();
  await page.getByRole('button', { name: '存为版本…' }).click();
  const dialog = page.getByRole('dialog', { name: '存为版本' });
  await dialog.getByLabel('版本名称').fill(name);
  await dialog.getByRole('button', { name: '存为版本' }).click();
  await expect(dialog).toBeHidden();
}

async function openVersions(page: Page) {
  await page.getByRole('tab', { name: '历史' }).click();
  await page.getByRole('button', { name: /^版本 \d/ }).click();
  const dialog = page.getByRole('dialog', { name: /版本/ });
  return { dialog, items: dialog.getByRole('list', { name: '版本' }).getByRole('listitem') };
}

test(
  'a version is kept, compared cell by cell, gone to and brought back, and one undo takes that back',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    for (const one of [wang, li]) await outlineEntry(one, /^1/).click();
    const first = await cell(wang, 1, '三级指标').innerText();
    await keepVersion(wang, '送审稿');
    await typeInto(wang, cell(wang, 1, '三级指标'), '改动之后');
    await expect(cell(li, 1, '三级指标')).toHaveText('改动之后');

    const { dialog, items } = await openVersions(li);
    await expect(items).toHaveCount(1);
    await expect(items.first()).toContainText(/送审稿.*王芳/s);
    await items.first().getByRole('button', { name: '比较' }).click();
    const line = dialog.getByRole('row', { name: /第 1 行 三级指标/ });
    await expect(line.getByRole('cell').nth(1)).toHaveText(first);
    await expect(line.getByRole('cell').nth(2)).toHaveText('改动之后');
    await line.getByRole('button').click();
    await expect(dialog).toBeHidden();
    await expect(cell(li, 1, '三级指标')).toHaveClass(/current/);

    const again = await openVersions(li);
    await again.items.first().getByRole('button', { name: '恢复到这个版本' }).click();
    await expect(cell(li, 1, '三级指标')).toHaveText(first);
    await expect(cell(wang, 1, '三级指标')).toHaveText(first);
    const after = await openVersions(li);
    await expect(after.items).toHaveCount(2);
    await expect(after.items.first()).toContainText(/恢复版本之前.*自动/s);
    await after.dialog.getByRole('button', { name: '关闭', exact: true }).click();
    await li.getByRole('button', { name: '撤销' }).first().click();
    await expect(cell(li, 1, '三级指标')).toHaveText('改动之后');
    await expect(cell(wang, 1, '三级指标')).toHaveText('改动之后');
  }
);

test('versions are named and deleted, and outlive a reload', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await keepVersion(page, '初稿');
  await page.reload();
  const { dialog, items } = await openVersions(page);
  await items.first().getByRole('button', { name: '改名' }).click();
  const naming = page.getByRole('dialog', { name: '版本改名' });
  await naming.getByLabel('版本名称').fill('二稿');
  await naming.getByRole('button', { name: '改名' }).click();
  await expect(items.first()).toContainText('二稿');
  await items.first().getByRole('button', { name: '删除' }).click();
  await items.first().getByRole('button', { name: '确定删除' }).click();
  await expect(dialog.getByText('还没有版本')).toBeVisible();
});

test(
  'a merged sync package keeps what was there before as an automatic version',
  { tag: '@long' },
  async ({ page: wang, browser }) => {
    await signAs(wang, '王芳');
    await openSample(wang);
    const unpack = async (page: Page, file: OnDisk) => {
      const dialog = await choosePackage(page, file);
      await dialog.getByRole('button', { name: '打开工作簿' }).click();
    };
    const file = await packUp(wang);
    const { origin } = new URL(wang.url());
    const li = await (await browser.newContext({ baseURL: origin })).newPage();
    await signAs(li, '李明');
    await unpack(li, file);
    await outlineEntry(li, /^1/).click();
    await typeInto(li, cell(li, 1, '三级指标'), '李明写的');
    await unpack(wang, await packUp(li));
    await outlineEntry(wang, /^1/).click();
    await expect(cell(wang, 1, '三级指标')).toHaveText('李明写的');
    const { items } = await openVersions(wang);
    await expect(items).toHaveCount(1);
    await expect(items.first()).toContainText(/打开同步包之前.*自动/s);
  }
);

test(
  'tables that are imported into the workbook leave a version of before',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const sheets = page.getByRole('navigation', { name: '目录' });
    const before = await sheets.innerText();
    const papers = page.getByLabel('选择要导入到本工作簿的文件');
    await papers.setInputFiles([paperFile('改厕', sampleText('pasted-table'))]);
    await page.getByRole('button', { name: '存入当前工作簿' }).click();
    await expect(outlineEntry(page, '农村厕所改造补助')).toBeVisible();

    const { items } = await openVersions(page);
    await expect(items.first()).toContainText(/存入表之前.*自动/s);
    await items.first().getByRole('button', { name: '恢复到这个版本' }).click();
    await expect.poll(() => sheets.innerText()).toBe(before);
    await page.getByRole('button', { name: '回收站 1' }).click();
    const bin = page.getByRole('dialog', { name: '回收站' });
    await expect(bin.getByRole('listitem')).toContainText('农村厕所改造补助');
  }
);
