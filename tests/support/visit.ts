import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Opens the 文件柜 and waits until everything the app needs is kept on the device. */
export async function visit(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '文件柜' })).toBeVisible();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
