import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { button } from './batch-page.ts';
import { openSample } from './cabinet.ts';
import { grid, listedProblems, outlineEntry } from './workbook-page.ts';

/** Looks at what the page shows now, under a name for it. */
export type Look = (screen: string) => Promise<void>;

/** Opens a dialog, looks at it and closes it with Esc. */
async function lookAtDialog(page: Page, look: Look, name: string): Promise<void> {
  await expect(page.getByRole('dialog').first()).toBeVisible();
  await look(name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens a sample and looks at its sheets, views and panels, one by one. */
export async function lookAtSheets(page: Page, look: Look): Promise<void> {
  await openSample(page);
  await look('表格');
  await page.getByRole('radiogroup', { name: '显示方式' }).getByText('表样').click();
  await expect(page.getByRole('article', { name: '官方表样' })).toBeVisible();
  await look('表样');
  await page.getByRole('radiogroup', { name: '显示方式' }).getByText('表格').click();
  for (const entry of ['二、分项绩效目标', '项目总表', '指标总表']) {
    await outlineEntry(page, entry).click();
    await expect(page.getByRole('heading').first()).toBeVisible();
    await look(entry);
  }
  await grid(page).getByRole('button', { name: '三级指标：排序和筛选' }).last().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('排序和筛选');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+h');
  await look('查找');
  await page.keyboard.press('Escape');
}

/** Opens a sample and looks at the dialogs and screens that lie over a workbook, one by one. */
export async function lookAtDialogs(page: Page, look: Look): Promise<void> {
  await openSample(page);
  await page.keyboard.press('Control+Shift+m');
  const problem = listedProblems(page).filter({ hasText: '日期写错' });
  await problem.getByRole('button', { name: '豁免…' }).click();
  await lookAtDialog(page, look, '豁免');
  const panel = page.getByRole('tabpanel');
  await panel.getByRole('button', { name: '按规则' }).click();
  await panel
    .getByRole('button', { name: /^全部修正/ })
    .first()
    .click();
  await lookAtDialog(page, look, '全部修正');
  for (const name of ['属性', '提交审核', '生成同步链接']) {
    await button(page, name).click();
    await lookAtDialog(page, look, name);
  }
  await button(page, '导出').click();
  await expect(page.getByRole('menu', { name: '导出' })).toBeVisible();
  await look('导出');
  await page.getByRole('menuitem', { name: '同步包…' }).click();
  await lookAtDialog(page, look, '同步包');
  await page.keyboard.press('Control+g');
  await lookAtDialog(page, look, '定位');
  await page.keyboard.press('F1');
  await lookAtDialog(page, look, '快捷键');
  await button(page, '导出').click();
  await page.getByRole('menuitem', { name: '打印预览…' }).click();
  await expect(page.getByText(/页，共 [1-9]\d* 页/)).toBeVisible();
  await look('打印预览');
}
