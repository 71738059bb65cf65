import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { makeLink, openLink } from '#tests/support/sharing.ts';
import { expectSynced } from '#tests/support/workbook-page.ts';

test(
  'a first link that failed half way can be made after a reload',
  { tag: '@long' },
  async ({ page, browser }) => {
    await openSample(page);
    await page.route('**/api/links', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: '生成同步链接' }).click();
    const dialog = page.getByRole('dialog', { name: '生成同步链接' });
    await dialog.getByLabel('我的姓名').fill('王芳');
    await dialog.getByRole('button', { name: '生成链接' }).click();
    await expect(dialog.getByRole('alert')).toContainText('连不上同步服务器');

    await page.reload();

    const address = await makeLink(page, '王芳');
    await expectSynced(page);
    await openLink(browser, address);
  }
);

test(
  'a colleague’s workbook that has not come yet says why and cannot be begun',
  { tag: '@long' },
  async ({ page, browser }) => {
    await openSample(page);
    const address = await makeLink(page, '王芳');
    await expectSynced(page);
    const li = await (await browser.newContext()).newPage();
    let reachable = false;
    await li.routeWebSocket(/\/sync\?/, async (socket) => {
      if (reachable) socket.connectToServer();
      else await socket.close();
    });
    await li.goto(address);
    await expect(li.getByText('内容还没有取回')).toBeVisible();
    await expect(li.getByRole('button', { name: '添加项目绩效目标表' })).toBeHidden();

    reachable = true;
    await expectSynced(li);
    await expect(li.getByRole('navigation', { name: '目录' })).toContainText('总体绩效目标');
  }
);

test(
  'whoever opens a link without a name signs among the 成员, and is known by it',
  { tag: '@long' },
  async ({ page, browser }) => {
    await openSample(page);
    const li = await openLink(browser, await makeLink(page, '王芳'));
    const known = page.getByRole('list', { name: '成员' });
    await page.getByRole('tab', { name: '成员 2' }).click();
    await expect(known).toContainText('未署名');

    await li.getByRole('tab', { name: '成员 2' }).click();
    await li.getByLabel('我的姓名').fill('李明');
    await li.getByRole('button', { name: '署名' }).click();

    await expect(li.getByLabel('我的姓名')).toBeHidden();
    await expect(known).toContainText('李明');
  }
);

test(
  'a second link can be pasted where the first did not open',
  { tag: '@long' },
  async ({ page, browser }) => {
    await openSample(page);
    const address = await makeLink(page, '王芳');
    await expectSynced(page);
    const li = await (await browser.newContext()).newPage();
    await li.goto(address.replace(/.{43}$/, 'A'.repeat(43)));
    await expect(li.getByRole('alert')).toContainText('链接无效');
    await expect(li).toHaveURL(/\/s$/);

    await li.evaluate((hash) => (location.hash = hash), new URL(address).hash);

    await expect(li.getByRole('navigation', { name: '目录' })).toContainText('总体绩效目标');
    await expect(li).not.toHaveURL(/#/);
  }
);

test(
  'a link is copied where the page has no clipboard, and says that only this computer opens it',
  { tag: '@long' },
  async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await openSample(page);
    const address = await makeLink(page, '王芳');
    await page.getByRole('button', { name: '生成同步链接' }).click();
    const dialog = page.getByRole('dialog', { name: '生成同步链接' });
    const live = dialog.getByRole('list', { name: '正在使用的链接' });
    await live.getByRole('button', { name: '复制' }).click();
    await expect(live.getByRole('button', { name: '已复制' })).toBeVisible();
    await dialog.getByLabel('备注').focus();
    await page.keyboard.press('Control+v');
    await expect(dialog.getByLabel('备注')).toHaveValue(address.slice(0, 80));

    await dialog.getByRole('button', { name: '生成链接' }).click();
    await expect(dialog.getByText('这个地址只有本机能打开')).toBeVisible();
  }
);
