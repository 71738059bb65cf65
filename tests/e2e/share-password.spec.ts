import { writeFile } from 'node:fs/promises';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { BUILT, startServerProcess } from '#tests/support/server.ts';
import { expectSynced } from '#tests/support/workbook-page.ts';

let onEnd = async () => {};
test.afterEach(() => onEnd());

test(
  'a server asks for its password once on a device, when a workbook is first shared',
  { tag: '@long' },
  async ({ browser }, testInfo) => {
    const file = testInfo.outputPath('password.txt');
    await writeFile(file, '清水长流 2026\n');
    const server = await startServerProcess(BUILT, { JIBIAO_CLAIM_PASSWORD_FILE: file });
    onEnd = server.dispose;
    const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
    await openSample(page);
    await page.getByRole('button', { name: '生成同步链接' }).click();
    const dialog = page.getByRole('dialog', { name: '生成同步链接' });
    const make = dialog.getByRole('button', { name: '生成链接' });
    await expect(dialog.getByLabel('分享密码')).toBeHidden();
    await dialog.getByLabel('我的姓名').fill('王芳');
    await make.click();
    await expect(dialog.getByRole('alert')).toContainText('请向管理员询问');
    await expect(dialog.getByLabel('分享密码')).toBeFocused();
    await dialog.getByLabel('分享密码').fill('清水长流 2025');
    await make.click();
    await expect(dialog.getByRole('alert')).toContainText('分享密码不对');
    await dialog.getByLabel('分享密码').fill('清水长流 2026');
    await page.keyboard.press('Enter');
    await expect(dialog.getByLabel('同步链接', { exact: true })).toHaveValue(/\/s#1\./);
    await expect(dialog.getByLabel('分享密码')).toBeHidden();
    await dialog.getByRole('button', { name: '关闭', exact: true }).click();
    await expectSynced(page);

    await openSample(page, 'converted-word-plain');
    await makeLink(page, '王芳');
    await expectSynced(page);
  }
);
