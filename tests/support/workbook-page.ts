import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { compose } from './input-method.ts';

/** Titles of the columns of the official form, from left to right. */
const COLUMNS = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值', '指标值确定依据'];

/** The grid on screen. */
export const grid = (page: Page): Locator => page.getByRole('treegrid');

/** The cells of one column of the grid on screen, from the first row to the last that is drawn. */
export function column(page: Page, title: string): Locator {
  const first = COLUMNS.indexOf(title);
  if (first < 0) throw new Error(`no column is called ${title}`);
  const fromRight = COLUMNS.length - first;
  return grid(page).locator(`.ht_master tbody [role=gridcell]:nth-last-child(${fromRight})`);
}

/** A cell of the grid on screen, by the number of its row and the title of its column. */
export function cell(page: Page, row: number, title: string): Locator {
  return column(page, title).nth(row - 1);
}

/** A cell of a grid with any columns, by its row and the place of its column, both counted from 1. */
export function cellAt(page: Page, row: number, column: number): Locator {
  const rows = grid(page).locator('.ht_master tbody').getByRole('row');
  return rows
    .nth(row - 1)
    .getByRole('gridcell')
    .nth(column - 1);
}

/** The texts of the grid on screen, row by row. */
export function gridTexts(page: Page): Promise<string[][]> {
  return grid(page)
    .locator('.ht_master tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''))
    );
}

/** The cell that the keyboard is in. */
export const currentCell = (page: Page): Locator => grid(page).locator('.ht_master td.current');

/** Replaces the text of a cell as a person does: click, type with the input method, Enter. */
export async function typeInto(page: Page, place: Locator, text: string): Promise<void> {
  await place.click();
  await expectKeyboardInGrid(page);
  await compose(page, text);
  await page.keyboard.press('Enter');
}

/** Waits until the grid takes the keyboard, which is a moment after a cell was selected. */
export async function expectKeyboardInGrid(page: Page): Promise<void> {
  await expect(page.locator('.handsontableInput:focus')).toBeAttached();
}

/** The entry of a sheet in the outline, by the beginning of its name. */
export function outlineEntry(page: Page, name: string | RegExp): Locator {
  return page.getByRole('navigation', { name: '目录' }).getByRole('button', { name });
}

/** The problems that the sidebar lists, of one sheet or of all. */
export function listedProblems(page: Page, sheet?: string): Locator {
  const list = page.getByRole('group', { name: '问题' });
  return (sheet === undefined ? list : list.getByRole('region', { name: sheet })).getByRole(
    'listitem'
  );
}

/** How many errors are counted on an entry of the outline, or in the status line, once they are known. */
export async function errorsOn(counted: Locator): Promise<number> {
  await expect(statusLine(counted.page())).toContainText('错误');
  return Number(/错误\s*(\d+)/.exec(await counted.innerText())?.[1] ?? 0);
}

export const statusLine = (page: Page): Locator => page.getByRole('contentinfo', { name: '状态' });

/** Waits until the device has everything. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(statusLine(page)).toContainText('已存本机');
}

/** Waits until the server has everything. */
export async function expectSynced(page: Page): Promise<void> {
  await expect(statusLine(page)).toContainText('已同步');
}
