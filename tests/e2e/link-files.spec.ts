import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Page } from '@playwright/test';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { visit } from '#tests/support/visit.ts';
import { expectSynced } from '#tests/support/workbook-page.ts';

/** Shares the workbook on screen; the link as a file, and what the dialog looks like with its code. */
async function shareAsFile(page: Page): Promise<{ saved: Download; screenshot: Buffer }> {
  await page.getByRole('button', { name: '生成同步链接' }).click();
  const dialog = page.getByRole('dialog', { name: '生成同步链接' });
  await dialog.getByLabel('我的姓名').fill('王芳');
  await dialog.getByRole('button', { name: '生成链接' }).click();
  const code = dialog.getByRole('img', { name: '同步链接的二维码' });
  await code.scrollIntoViewIfNeeded();
  const screenshot = await page.screenshot();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '存为文件' }).click();
  const saved = await download;
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
  return { saved, screenshot };
}

/** Lets go of a file over the page. */
async function drop(page: Page, name: string, text: string, type: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([given.text], given.name, { type: given.type }));
      return transfer;
    },
    { name, text, type }
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

async function colleague(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage();
  await visit(page);
  return page;
}

const linkDialog = (page: Page) => page.getByRole('dialog', { name: '打开同步链接' });

async function choosePicture(page: Page, name: string, buffer: Buffer): Promise<void> {
  const mimeType = 'image/png';
  await page.getByLabel('选择带有同步链接的图片或文件').setInputFiles([{ name, mimeType, buffer }]);
}

test(
  'a link is opened from the file it was saved as, and from a screenshot of its code',
  { tag: '@long' },
  async ({ page, browser, baseURL }) => {
    await openSample(page);
    const { saved, screenshot } = await shareAsFile(page);
    await expectSynced(page);
    const name = saved.suggestedFilename();
    expect(name).toMatch(/青泉县水务局.* 同步链接\.html$/);
    const text = await readFile(await saved.path(), 'utf8');

    const li = await colleague(browser, baseURL);
    await drop(li, name, text, 'text/html');
    await expectSynced(li);
    await expect(li.getByRole('navigation', { name: '目录' })).toContainText('总体绩效目标');

    const zhao = await colleague(browser, baseURL);
    await zhao.getByRole('button', { name: '打开同步链接' }).first().click();
    const plain = await zhao.screenshot();
    await choosePicture(zhao, '截图.png', plain);
    await expect(linkDialog(zhao).getByRole('alert')).toContainText('没有找到二维码');
    await choosePicture(zhao, '截图.png', screenshot);
    await expectSynced(zhao);
    await expect(zhao.getByRole('navigation', { name: '目录' })).toContainText('总体绩效目标');
  }
);

test(
  'a double click on the file leads to the workbook, and a message pasted whole does too',
  { tag: '@long' },
  async ({ page, browser, baseURL }, testInfo) => {
    await openSample(page);
    const { saved } = await shareAsFile(page);
    await expectSynced(page);
    const text = await readFile(await saved.path(), 'utf8');
    const onDisk = testInfo.outputPath('同步链接.html');
    await writeFile(onDisk, text);

    const li = await (await browser.newContext({ baseURL })).newPage();
    await li.goto(pathToFileURL(onDisk).href);
    await expect(li.locator('svg')).toBeVisible();
    await li.getByRole('link', { name: '打开工作簿' }).click();
    await expectSynced(li);

    const address = await makeLink(page, '王芳');
    const zhao = await colleague(browser, baseURL);
    await zhao.evaluate((message) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', message);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, `小赵：请打开${address} 一起填，谢谢`);
    await expectSynced(zhao);
  }
);

test(
  'a picture that is dropped or pasted in the dialog is read there, and says what is wrong',
  { tag: '@long' },
  async ({ page, browser, baseURL }) => {
    await openSample(page);
    const { screenshot } = await shareAsFile(page);
    await expectSynced(page);
    const li = await colleague(browser, baseURL);
    await li.getByRole('button', { name: '打开同步链接' }).first().click();
    await drop(li, '破图.png', 'no picture', 'image/png');
    await expect(linkDialog(li).getByRole('alert')).toContainText('打不开这张图片');
    await expect(li.getByRole('heading', { name: '导入预览' })).toBeHidden();
    await drop(li, '说明.txt', '这里没有', 'text/plain');
    await expect(linkDialog(li).getByRole('alert')).toContainText('没有同步链接');
    const foreign = `https://jx.other.lan/s#1.${'a'.repeat(12)}.${'b'.repeat(43)}`;
    await drop(li, '链接.txt', foreign, 'text/plain');
    await expect(linkDialog(li).getByRole('alert')).toContainText('不是这台服务器上的');

    await linkDialog(li)
      .getByLabel('同步链接', { exact: true })
      .evaluate(
        (field, bytes) => {
          const clipboardData = new DataTransfer();
          const picture = new Uint8Array(bytes);
          clipboardData.items.add(new File([picture], 'image.png', { type: 'image/png' }));
          field.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
          );
        },
        [...screenshot]
      );
    await expectSynced(li);
  }
);
