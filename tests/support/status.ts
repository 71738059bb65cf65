import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { StatusName } from '#lib/ui/status-line.ts';
import { statusLine } from './workbook-page.ts';

/** Waits until the status line says something, in these words. */
export async function expectStatus(
  page: Page,
  status: StatusName,
  words: string | RegExp
): Promise<void> {
  const said = statusLine(page).locator(`[data-status="${status}"]`);
  await expect(said).toContainText(words, { timeout: 90_000 });
}
