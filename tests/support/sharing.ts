import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { openSample, signAs } from './cabinet.ts';
import { expectSynced } from './workbook-page.ts';

/** What the holder of a link may do, as the dialog offers it. */
export type OfferedRole = '仅查看' | '可批注' | '可编辑';

/** Makes a sync link of the workbook on screen, signed with a name; its address. */
export async function makeLink(
  page: Page,
  name: string,
  role: OfferedRole = '可编辑'
): Promise<string> {
  await page.getByRole('button', { name: '生成同步链接' }).click();
  const dialog = page.getByRole('dialog', { name: '生成同步链接' });
  await dialog.getByLabel('我的姓名').fill(name);
  await dialog.getByRole('radio', { name: role }).check();
  await dialog.getByRole('button', { name: '生成链接' }).click();
  const address = await dialog.getByLabel('同步链接', { exact: true }).inputValue();
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
  return address;
}

/** Stops the newest link of the workbook on screen. */
export async function stopNewestLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成同步链接' }).click();
  const live = page.getByRole('list', { name: '正在使用的链接' });
  const last = live.getByRole('listitem').last();
  await last.getByRole('button', { name: '停用' }).click();
  await last.getByRole('button', { name: '确定停用' }).click();
  await page.getByRole('button', { name: '关闭', exact: true }).click();
}

/** Opens a sync link in the browser of somebody else, who may sign with a name first. */
export async function openLink(browser: Browser, address: string, name?: string): Promise<Page> {
  const { origin } = new URL(address);
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  if (name !== undefined) await signAs(page, name);
  await page.goto(address);
  await expectSynced(page);
  return page;
}

/** A sample workbook that two people have open, 王芳 who made its link and 李明 who opened it. */
export interface Together {
  readonly wang: Page;
  readonly li: Page;
  readonly address: string;
}

/** Imports a sample on one page, shares it in a role, and opens it in another browser. */
export async function workTogether(
  page: Page,
  browser: Browser,
  role: OfferedRole = '可编辑'
): Promise<Together> {
  await openSample(page);
  const address = await makeLink(page, '王芳', role);
  const li = await openLink(browser, address, '李明');
  await expectSynced(page);
  await expect(page.getByRole('button', { name: /^2 人在线/ })).toBeVisible();
  return { wang: page, li, address };
}

/** Gives the sheet another name, which arrives after everything that was edited before. */
export async function renameSheet(page: Page, name: string): Promise<void> {
  await page.getByLabel('表名').fill(name);
  await page.keyboard.press('Enter');
}

/** Waits until everything that a colleague edited before naming the sheet so has arrived. */
export async function expectArrived(page: Page, name: string): Promise<void> {
  await expect(page.getByLabel('表名')).toHaveValue(name);
}
