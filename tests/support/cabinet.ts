import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Workbook } from '#lib/model/workbook.ts';
import { sampleText } from './papers.ts';
import { visit } from './visit.ts';

/** A paper as a file that a person chooses. */
export function paperFile(name: string, text: string) {
  return { name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Chooses files to import in the 文件柜; the preview follows. */
export async function chooseFiles(
  page: Page,
  ...files: readonly ReturnType<typeof paperFile>[]
): Promise<void> {
  await page.getByLabel('选择要导入的文件').setInputFiles([...files]);
}

/** Stores what the preview shows, and waits for the workbook on screen and for its problems. */
export async function storeInCabinet(page: Page): Promise<void> {
  await page.getByRole('button', { name: '存入文件柜' }).click();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
  await expect(page.getByText('正在检查…').first()).toBeHidden();
}

/** Visits the 文件柜, imports a workbook as the app hands it out in `.json`, and opens it. */
export async function openWorkbook(page: Page, workbook: Workbook): Promise<void> {
  await visit(page);
  const buffer = Buffer.from(JSON.stringify(workbook));
  const file = { name: '工作簿.json', mimeType: 'application/json', buffer };
  await page.getByLabel('选择要导入的文件').setInputFiles([file]);
  await storeInCabinet(page);
}

/** Visits the 文件柜, imports a sample paper and opens it. */
export async function openSample(page: Page, sample = 'converted-word'): Promise<void> {
  await visit(page);
  await chooseFiles(page, paperFile(sample, sampleText(sample)));
  await storeInCabinet(page);
}

/** Signs this device with a name, in the settings of the 文件柜. */
export async function signAs(page: Page, name: string): Promise<void> {
  await visit(page);
  await page.getByRole('button', { name: '设置' }).click();
  await page.getByLabel('我的姓名').fill(name);
  await page.getByRole('button', { name: '完成' }).click();
  // It closes once the name is stored.
  await expect(page.getByRole('dialog', { name: '设置' })).toBeHidden();
}
