import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { startLoggingProxy } from '#tests/support/logging-proxy.ts';
import { makeLink, openLink } from '#tests/support/sharing.ts';
import { BUILT, startServerProcess } from '#tests/support/server.ts';
import { expectSynced, statusLine } from '#tests/support/workbook-page.ts';

/** The key by which this device owns its one workbook. */
function ownerKey(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('jibiao');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const entries = opening.result.transaction('workbooks').objectStore('workbooks').getAll();
          entries.onsuccess = () => resolve(entries.result[0].ownerKey);
          entries.onerror = () => reject(entries.error);
        };
      })
  );
}

let onEnd = async () => {};
test.afterEach(() => onEnd());

test('what opens a workbook stands in no log: the server’s, a proxy’s, the page’s, and not in its data', async ({
  browser
}) => {
  const server = await startServerProcess(BUILT, { JIBIAO_LOG: 'all' });
  const proxy = await startLoggingProxy(server.origin);
  onEnd = async () => {
    proxy.close();
    await server.dispose();
  };
  const said: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
  };
  const wang = await (await browser.newContext({ baseURL: proxy.origin })).newPage();
  listen(wang);
  await openSample(wang);
  const address = await makeLink(wang, '王芳');
  await expectSynced(wang);
  const li = await openLink(browser, address, '李明');
  listen(li);
  // Where it leads next could learn of the page before.
  await li.reload();
  await expectSynced(li);
  const wrong = address.replace(/.{43}$/, 'W'.repeat(43));
  const guesser = await li.context().newPage();
  listen(guesser);
  await guesser.goto(wrong);
  await expect(guesser.getByRole('alert')).toContainText('链接无效');
  await wang.getByRole('button', { name: '生成同步链接' }).click();
  const links = wang.getByRole('list', { name: '正在使用的链接' });
  await links.getByRole('button', { name: '停用' }).click();
  await links.getByRole('button', { name: '确定停用' }).click();
  await expect(links).toBeHidden();
  await expect(statusLine(li)).toContainText('链接已停用');

  const key = await ownerKey(wang);
  expect(key).toMatch(/^[\w-]{43}$/);
  const [, , secret = ''] = new URL(address).hash.split('.');
  expect(secret).toMatch(/^[\w-]{43}$/);
  await server.stop();
  const files = await readdir(server.dataDir);
  const data = await Promise.all(
    files.map((file) => readFile(join(server.dataDir, file), 'latin1'))
  );
  expect(server.printed()).toContain('"event":"link-ended"');
  expect(proxy.lines.some((line) => line.includes('/api/open'))).toBe(true);
  expect(proxy.lines.some((line) => line.includes('GET /sync'))).toBe(true);
  expect(data.join('')).toContain('SQLite');
  for (const word of [secret, key, 'W'.repeat(43)]) {
    for (const log of [server.printed(), proxy.lines.join('\n'), said.join('\n'), ...data]) {
      expect(log.includes(word)).toBe(false);
    }
  }
});
