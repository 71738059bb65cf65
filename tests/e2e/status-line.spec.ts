import { replaceOwner } from '#server/commands/owner.ts';
import { openStore } from '#server/store.ts';
import * as Y from 'yjs';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { startServerProcess, type ServerProcess } from '#tests/support/server.ts';
import { makeLink, openLink, stopNewestLink, workTogether } from '#tests/support/sharing.ts';
import { expectStatus } from '#tests/support/status.ts';
import { workbookOn } from '#tests/support/stored-workbook.ts';
import {
  cell,
  expectSaved,
  expectSynced,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const MEBIBYTE = 1024 * 1024;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const button = (page: Page, name: string) => statusLine(page).getByRole('button', { name });
const edit = (page: Page, text: string) => typeInto(page, cell(page, 1, '指标值'), text);

/** Changes what a running server has on its disk. */
function inStore({ dataDir }: ServerProcess, sql: string): void {
  const store = openStore(dataDir);
  store.exec(sql);
  store.close();
}

/** Imports a sample and shares it, so that it is connected with the server as its owner’s. */
async function shareSample(page: Page): Promise<string> {
  await openSample(page);
  const address = await makeLink(page, '王芳');
  await expectSynced(page);
  return address;
}

/** Fills what the browser gives a page, until not even a small text fits. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open('ballast');
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('rows', { autoIncrement: true });
    await new Promise((resolve) => (opening.onsuccess = resolve));
    for (let size = 2 ** 20; size >= 2 ** 8;) {
      const transaction = opening.result.transaction('rows', 'readwrite');
      const row = crypto.getRandomValues(new Uint8Array(Math.min(size, 2 ** 16)));
      transaction.objectStore('rows').add(Array.from({ length: size / row.length }, () => row));
      const fits = await new Promise<boolean>((resolve) => {
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
      if (!fits) size /= 4;
    }
    opening.result.close();
  });
}

test('a full disk is said, nothing is called stored, and it is once there is room', async ({
  page,
  context,
  server
}) => {
  const browser = await context.newCDPSession(page);
  const { origin } = server;
  // Before anything is stored: the browser remembers for half a minute how much room there was.
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 64 * MEBIBYTE });
  await openSample(page);
  await expectSaved(page);
  await fillStorage(page);

  await edit(page, '放不下的内容'.repeat(1000));
  await expectStatus(page, 'saving-full', '磁盘空间不足');
  await expect(statusLine(page)).not.toContainText('已存本机');
  const download = page.waitForEvent('download');
  await button(page, '导出一份').click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);

  await button(page, '重试').click();
  await expectStatus(page, 'saving-full', '磁盘空间不足');

  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await expectStatus(page, 'saved', '已存本机');
  await page.reload();
  await expect(cell(page, 1, '指标值')).toContainText('放不下的内容');
});

test(
  'who may only look any more is told what became of unsent edits, and keeps them in a copy',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await li.context().setOffline(true);
    await edit(li, '没有发出的');
    await expectStatus(li, 'offline-unsent', '离线，可继续编辑 · 待发送 1');
    await stopNewestLink(wang);
    const viewing = await makeLink(wang, '王芳', '仅查看');

    await li.context().setOffline(false);
    await expectStatus(li, 'stopped-unsent', '待发送的 1 处修改没有发出，只在本机');
    await edit(li, '停用以后填的');
    await expectStatus(li, 'stopped-unsent', '待发送的 2 处修改没有发出');
    await li.reload();
    await expectStatus(li, 'stopped-unsent', /待发送的 \d 处修改没有发出/);

    await button(li, '打开另一个链接').click();
    const dialog = li.getByRole('dialog', { name: '打开同步链接' });
    await dialog.getByLabel('同步链接', { exact: true }).fill(viewing);
    await dialog.getByRole('button', { name: '打开' }).click();
    await expectStatus(li, 'withheld', '现在的权限是“仅查看”，先前的修改没有发出');
    await expect(statusLine(li)).not.toContainText('已同步');
    await button(li, '导出同步包').click();
    const download = li.waitForEvent('download');
    await li.getByRole('dialog').getByRole('button', { name: '导出' }).click();
    await download;

    await button(li, '另存一份').click();
    await expect(li.getByLabel('工作簿名称')).toHaveValue(/（副本）$/);
    await expect(cell(li, 1, '指标值')).toHaveText('停用以后填的');
    await expect(cell(wang, 1, '指标值')).toHaveText('≥12公里');
  }
);

test(
  'a server that says nothing any more is told from one that cannot be reached',
  { tag: '@long' },
  async ({ page, context }) => {
    let deaf = false;
    await page.routeWebSocket(/\/sync\?/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => deaf || server.send(message));
      server.onMessage((message) => deaf || socket.send(message));
      server.onClose(() => deaf || void socket.close());
    });
    await shareSample(page);
    await expectStatus(page, 'synced', /已同步 \d\d:\d\d/);
    deaf = true;
    await edit(page, '没有回音');
    await expectStatus(page, 'sending', '待发送 1');
    await expectStatus(page, 'slow', '待发送 1，同步服务器一直没有回应');
    await page.reload();
    await expectStatus(page, 'sending', '待发送 1');
    await expectStatus(page, 'slow', '待发送 1，同步服务器一直没有回应');

    await context.setOffline(true);
    await expectStatus(page, 'offline-unsent', '离线，可继续编辑 · 待发送 1');
    deaf = false;
    await context.setOffline(false);
    await expectStatus(page, 'synced', /已同步/);
    await context.setOffline(true);
    await expectStatus(page, 'offline', /^离线，可继续编辑\s*$/);
  }
);

test(
  'a workbook that is not shared says so without a network',
  { tag: '@long' },
  async ({ page, context }) => {
    await openSample(page);
    await context.setOffline(true);
    await expectStatus(page, 'alone', '离线，可继续编辑');
    await edit(page, '离线填的');
    await expectStatus(page, 'saved', '已存本机');
    await context.setOffline(false);
    await expect(statusLine(page)).not.toContainText('离线');
  }
);

test(
  'a server that cannot store or cannot read is said, and 已同步 only after it can',
  { tag: '@long' },
  async ({ page, server }) => {
    await shareSample(page);
    inStore(
      server,
      `CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(FAIL, 'disk is full'); END`
    );
    await edit(page, '存不下的');
    await expectStatus(page, 'unstored', '待发送 1，同步服务器没能存下');
    await expect(statusLine(page)).not.toContainText('已同步');
    await expectSaved(page);
    inStore(server, 'DROP TRIGGER full');
    await expectStatus(page, 'synced', '已同步');

    await server.stop();
    await expectStatus(page, 'offline', '离线');
    inStore(
      server,
      `INSERT INTO journal (name, bytes, added) VALUES ('d.${workbookOn(page)}', x'99', 0)`
    );
    await server.restart();
    await expectStatus(page, 'unreadable', '同步服务器打不开这份工作簿');
    inStore(server, `DELETE FROM journal WHERE bytes = x'99'`);
    await expectStatus(page, 'synced', '已同步');
  }
);

test(
  'a server with all its places taken is said, until somebody leaves',
  { tag: '@long' },
  async ({ browser }) => {
    const server = await startServerProcess(undefined, { JIBIAO_CONNECTIONS: '1' });
    const context = await browser.newContext({ baseURL: server.origin });
    const page = await context.newPage();
    const address = await shareSample(page);
    const other = await (await browser.newContext()).newPage();
    await other.goto(address);
    await expectStatus(other, 'busy', '同步服务器太忙，会自动再连');
    await page.close();
    await expectStatus(other, 'synced', '已同步');
    await other.context().close();
    await context.close();
    await server.dispose();
  }
);

test('more than the server takes at once is said', { tag: '@long' }, async ({ page }) => {
  test.slow();
  await shareSample(page);
  const bulk = new Y.Doc();
  for (let row = 0; row < 33; row++) bulk.getMap('bulk').set(`${row}`, 'x'.repeat(MEBIBYTE));
  const body = Buffer.from(Y.encodeStateAsUpdate(bulk));
  await page.route('**/bulk', (route) => route.fulfill({ body }));
  await page.evaluate(
    async (name) => {
      const update = new Uint8Array(await (await fetch('/bulk')).arrayBuffer());
      const opening = indexedDB.open(name);
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const transaction = opening.result.transaction('updates', 'readwrite');
      transaction.objectStore('updates').add(update);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      opening.result.close();
    },
    `d.${workbookOn(page)}`
  );
  await page.reload();
  await expectStatus(page, 'large', '内容太多，同步服务器不收');
});

for (const [version, expectVersion] of [
  [2, (page, unsent) => expectStatus(page, 'older', `${unsent}同步服务器是旧版本`)],
  [0, (page, unsent) => expectStatus(page, 'newer', `${unsent}同步服务器已经更新`)]
] satisfies [number, (page: Page, unsent: string) => Promise<void>][]) {
  test(
    `a page that speaks version ${version} says why it is not synced`,
    { tag: '@long' },
    async ({ page }) => {
      await shareSample(page);
      await page.addInitScript((spoken) => {
        const Real = WebSocket;
        globalThis.WebSocket = class extends Real {
          constructor(address: string | URL) {
            super(String(address).replace(/v=\d+/, `v=${spoken}`));
          }
        };
      }, version);
      await page.reload();
      await expectVersion(page, '');
      await edit(page, '版本不同时填的');
      await expectVersion(page, '待发送 1，');
      await expectSaved(page);
    }
  );
}

test(
  'a link that has expired and a key that was replaced are said',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { wang, li } = await workTogether(page, browser);
    inStore(server, 'UPDATE link SET expires = 1');
    await expectStatus(li, 'expired', '链接已过期，请向发给您的人要一个新的链接');
    await edit(li, '过期以后填的');
    await expectStatus(li, 'expired-unsent', '链接已过期，待发送的 1 处修改没有发出');

    replaceOwner(server.dataDir, workbookOn(wang), server.origin);
    await expectStatus(wang, 'refused', '链接无效，请向发给您的人要一个新的链接');
    await edit(wang, '换了钥匙以后填的');
    await expectStatus(wang, 'refused-unsent', '链接无效，待发送的 1 处修改没有发出');
  }
);

test('a stopped link with nothing unsent is said', { tag: '@long' }, async ({ page, browser }) => {
  const { wang, li } = await workTogether(page, browser);
  await expectSynced(li);
  await stopNewestLink(wang);
  await expectStatus(li, 'stopped', '链接已停用，请向发给您的人要一个新的链接');
});

test(
  'a clock that is wrong is said, until it is right',
  { tag: '@long' },
  async ({ page, browser }) => {
    const address = await shareSample(page);
    const li = await openLink(browser, address, '李明');
    await li.clock.install();
    const beWrongBy = async (off: number) => {
      await li.clock.setSystemTime(Date.now() + off);
      await li.reload();
    };
    await beWrongBy(20 * MINUTE);
    await expectStatus(li, 'clock-hours', '本机时间比服务器快约 20 分钟');
    await beWrongBy(-3 * 60 * MINUTE);
    await expectStatus(li, 'clock-hours', '本机时间比服务器慢约 3 小时');
    await beWrongBy(366 * DAY);
    await expectStatus(li, 'clock-days', '本机日期比服务器快约 1 年');
    await li.clock.setSystemTime(Date.now());
    await button(li, '重新核对').click();
    await expect(statusLine(li)).not.toContainText('比服务器');
  }
);

test(
  'a browser that promises to keep what is stored says so when it is asked',
  { tag: '@long' },
  async ({ freshProfile, server }) => {
    const context = await freshProfile.open();
    const page = await context.newPage();
    await openSample(page);
    await expectStatus(page, 'evictable', '磁盘紧张时浏览器可能清除本机内容');
    const browser = await context.newCDPSession(page);
    await browser.send('Browser.grantPermissions', {
      permissions: ['durableStorage'],
      origin: server.origin
    });
    await button(page, '允许长期保存').click();
    await expect(page.getByText('浏览器答应长期保存本机的工作簿')).toBeVisible();
    await expect(statusLine(page)).not.toContainText('清除');
  }
);

test(
  'a notice that comes while a dialog is open is seen in it',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: '属性' }).click();
    const dialog = page.getByRole('dialog', { name: '工作簿属性' });
    // What the browser tells a page of a part of it that is not there any more.
    await page.evaluate(() => dispatchEvent(new Event('vite:preloadError')));
    await expect(dialog.getByText('这部分程序没有取到')).toBeVisible();
    await dialog.getByRole('button', { name: '关闭提示' }).click();
    await expect(page.getByText('这部分程序没有取到')).toBeHidden();
  }
);
