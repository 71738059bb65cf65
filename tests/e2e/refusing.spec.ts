import { chooseFiles, openSample, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';

/** Drops a file in the middle of the page; whether the browser was kept from opening it. */
function dropFile(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['绩效'], '绩效.txt', { type: 'text/plain' }));
    const told = ['dragover', 'drop'].map((type) => {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      return !document.querySelector('main, header')!.dispatchEvent(event);
    });
    return told.every(Boolean);
  });
}

test('a file that is dropped does not replace the app', async ({ page }) => {
  await openSample(page);
  expect(await dropFile(page)).toBe(true);
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('link', { name: '文件柜' }).click();
  await chooseFiles(page, paperFile('一份', sampleText('converted-word')));
  await expect(page.getByRole('heading', { name: '导入预览' })).toBeVisible();
  expect(await dropFile(page)).toBe(true);
});

test('a workbook whose cabinet cannot be read says so', async ({ page }) => {
  await openSample(page);
  await page.addInitScript(() => {
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, query: IDBValidKey) {
      if (this.name === 'workbooks') throw new DOMException('damaged', 'UnknownError');
      return get.call(this, query);
    };
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: '工作簿打不开' })).toBeVisible();
});

test('files that found no room are stored at the next try, none of them twice', async ({
  page
}) => {
  await visit(page);
  const papers = ['甲', '乙', '丙'].map((name) => paperFile(name, sampleText('converted-word')));
  await chooseFiles(page, ...papers);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    let entries = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      if (this.transaction.db.name === 'jibiao' && this.name === 'workbooks' && ++entries === 2)
        throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    };
  });
  const store = page.getByRole('button', { name: '全部存入文件柜（3）' });
  await store.click();
  await expect(page.getByText('磁盘空间不足，这一步没有完成')).toBeVisible();

  await store.click();

  await expect(page.getByRole('heading', { name: '文件柜' })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(3);
});

test.describe('before the app has been kept on this device', () => {
  test.use({ serviceWorkers: 'block' });

  test('a sample that cannot be fetched says so', async ({ page }) => {
    await page.route('**/sample.txt', (route) => route.abort());
    await page.goto('/');
    await page.getByRole('button', { name: '打开一份样例试一试' }).click();
    await expect(page.getByText('样例没有取到')).toBeVisible();
  });
});
