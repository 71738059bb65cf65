import { lookAtDialogs, lookAtSheets } from '#tests/support/every-screen.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { grid } from '#tests/support/workbook-page.ts';
import { unreachable } from '#tests/support/unreachable.ts';

/** A laptop of 1280 × 720 pixels at 200 %. */
test.use({ viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 });

test(
  'all that the sheets of a workbook show can be reached at 200 % zoom',
  { tag: '@long' },
  async ({ page }) => {
    await lookAtSheets(page, async (screen) => {
      expect.soft(await unreachable(page), screen).toEqual([]);
      if (!screen.endsWith('总表')) return;
      // Headings and three rows.
      const { height } = (await grid(page).boundingBox())!;
      expect.soft(height, screen).toBeGreaterThan(120);
    });
  }
);

test(
  'all that the dialogs of a workbook show can be reached at 200 % zoom',
  { tag: '@long' },
  async ({ page }) => {
    await lookAtDialogs(page, async (screen) => {
      expect.soft(await unreachable(page), screen).toEqual([]);
    });
  }
);
