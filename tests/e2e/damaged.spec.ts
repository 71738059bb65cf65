import type { Page } from '@playwright/test';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { cell, expectSynced, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

/** Breaks rows of what the device keeps of the open workbook, as a power cut in the middle of writing does. */
async function damage(page: Page, which: 'newest' | 'all'): Promise<void> {
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  await page.goto('about:blank');
  await page.goto('/');
  await page.evaluate(
    async ([name, which]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
      });
      const store = database.transaction('updates', 'readwrite').objectStore('updates');
      await new Promise<void>((resolve) => {
        store.getAllKeys().onsuccess = ({ target }) => {
          const keys = (target as IDBRequest<number[]>).result;
          for (const key of which === 'all' ? keys : keys.slice(-1)) {
            store.put(new Uint8Array([9, 9, 9]), key);
          }
        };
        store.transaction.oncomplete = () => resolve();
      });
      database.close();
    },
    [`d.${id}`, which]
  );
  await page.goto(`/w/${id}`);
}

test('a workbook whose newest edit is damaged says so, hands out what is whole, and opens with it', async ({
  page
}) => {
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥77%');
  await expect(page.getByText('● 已存本机')).toBeVisible();
  await damage(page, 'newest');

  await expect(page.getByRole('heading', { name: '工作簿读不出来' })).toBeVisible();
  await expect(page.getByText(/还能读出 \d+ 张表、\d+ 行，有 1 处修改读不出来。/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '先导出一份' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);

  await page.getByRole('button', { name: '用能读出的内容打开' }).click();
  await outlineEntry(page, /^1/).click();
  await expect(cell(page, 1, '指标值')).not.toHaveText('≥77%');
  await typeInto(page, cell(page, 1, '指标值'), '≥88%');
  await expect(page.getByText('● 已存本机')).toBeVisible();
  await page.reload();
  await outlineEntry(page, /^1/).click();
  await expect(cell(page, 1, '指标值')).toHaveText('≥88%');
});

test(
  'a workbook of which nothing is left says so, and the 文件柜 goes on working',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await damage(page, 'all');

    await expect(page.getByText('没有读出任何一张表。')).toBeVisible();
    await expect(page.getByRole('button', { name: '用能读出的内容打开' })).toBeHidden();
    await page.getByRole('link', { name: '回到文件柜' }).click();
    await expect(page.getByRole('heading', { name: '文件柜' })).toBeVisible();
  }
);

test(
  'a shared workbook of which nothing is left is fetched from the server again',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await typeInto(page, cell(page, 1, '指标值'), '≥77%');
    await makeLink(page, '王芳');
    await expectSynced(page);
    await damage(page, 'all');

    await page.getByRole('button', { name: '从服务器重新取回' }).click();
    await expectSynced(page);
    await outlineEntry(page, /^1/).click();
    await expect(cell(page, 1, '指标值')).toHaveText('≥77%');
  }
);

test('a 文件柜 that the browser has emptied says what was there, until it has been read', async ({
  page
}) => {
  await openSample(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: '青泉县水务局' }).first()).toBeVisible();
  await page.goto('/icon-192.png');
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name!).onsuccess = resolve;
      });
    }
  });

  for (const again of [false, true]) {
    await page.goto('/');
    const notice = page.getByRole('alert').filter({ hasText: '上次这里有 1 份工作簿' });
    await expect(notice).toBeVisible();
    if (again) await notice.getByRole('button', { name: '知道了' }).click();
  }
  await expect(page.getByText('上次这里有')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('文件柜还是空的')).toBeVisible();
  await expect(page.getByText('上次这里有')).toHaveCount(0);
});
