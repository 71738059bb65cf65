import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { sampleText } from './papers.ts';
import { visit } from './visit.ts';

/** Files by their paths within a folder. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** A button by its whole name. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** The table of 批量检查. */
export const batchTable = (page: Page): Locator =>
  page.getByRole('table', { name: '批量检查结果' });

/** The line of a file in it. */
export const batchLine = (page: Page, file: string): Locator =>
  batchTable(page).locator('tbody tr').filter({ hasText: file });

/** The number that a line has in one of the columns 错误, 警告 and 提示. */
export async function counted(line: Locator, title: '错误' | '警告' | '提示'): Promise<number> {
  const cells = line.locator('td');
  return Number(await cells.nth(['错误', '警告', '提示'].indexOf(title) + 5).innerText());
}

/** Lays files into a folder of the disk. */
export async function writeFolder(folder: string, files: FolderFiles): Promise<void> {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Chooses a folder with these papers and checks it to the end. */
export async function checkFolder(page: Page, folder: string, files: FolderFiles): Promise<void> {
  await writeFolder(folder, files);
  await visit(page);
  await button(page, '批量检查').click();
  await page.getByLabel('选择要检查的文件夹').setInputFiles(folder);
  await expect(button(page, '导出 Excel 表格')).toBeEnabled({ timeout: 40_000 });
}

/** Papers of two units, one of them in a folder of its own, and a file that is none. */
export const THREE: FolderFiles = new Map([
  ['水务.txt', sampleText('converted-word')],
  ['教育/教育.txt', sampleText('converted-word-plain')],
  ['空的.txt', '']
]);
