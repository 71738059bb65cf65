import type { Page } from '@playwright/test';

/** Counts from the page's start on how many Workers run, in `running`, and at most ran, in `most`. */
export async function countWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.Worker;
    const counted = window as unknown as { running: number; most: number };
    Object.assign(counted, { running: 0, most: 0 });
    window.Worker = class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        counted.most = Math.max(counted.most, (counted.running += 1));
      }
      override terminate() {
        counted.running -= 1;
        super.terminate();
      }
    };
  });
}
