import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { visit } from './visit.ts';

/** A file as it lies on a U-disk. */
export interface OnDisk {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Exports the workbook on screen as a sync package. */
export async function packUp(page: Page, password = ''): Promise<OnDisk> {
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '同步包…' }).click();
  const dialog = page.getByRole('dialog', { name: '导出同步包' });
  if (password !== '') await dialog.getByLabel('密码（可以不填）').fill(password);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出' }).click();
  const saved = await download;
  const buffer = await readFile(await saved.path());
  return { name: saved.suggestedFilename(), mimeType: 'application/octet-stream', buffer };
}

/** Chooses a package in the 文件柜; the dialog that opens it. */
export async function choosePackage(page: Page, file: OnDisk): Promise<Locator> {
  await visit(page);
  await page.getByLabel('选择同步包').setInputFiles([file]);
  return page.getByRole('dialog', { name: '打开同步包' });
}
