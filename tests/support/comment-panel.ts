import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The side panel, whichever of its tabs is open. */
export const panel = (page: Page): Locator => page.getByRole('tabpanel');

/** What was said and done in the thread that is open, from the first to the last. */
export const remarks = (page: Page): Locator =>
  page.getByRole('list', { name: '批注内容' }).getByRole('listitem');

/** Writes a comment on a cell as a person does: click, Shift+F2, type, Ctrl+Enter. */
export async function commentOn(page: Page, place: Locator, text: string): Promise<void> {
  await place.click();
  await page.keyboard.press('Shift+F2');
  const box = page.getByRole('textbox', { name: '批注内容' });
  await expect(box).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Control+Enter');
  await expect(box).toBeHidden();
}

/** Answers in the thread that is open. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: '回复' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(remarks(page).filter({ hasText: text })).toBeVisible();
}
