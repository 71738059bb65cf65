import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import {
  cell,
  currentCell,
  expectSaved,
  grid,
  outlineEntry
} from '#tests/support/workbook-page.ts';

/** A tablet as Chromium on Android says of itself. */
test.use({
  hasTouch: true,
  isMobile: true,
  viewport: { width: 820, height: 1180 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; Pad) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'
});

/** Moves a finger from one point to another. */
async function swipe(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const point = ([x, y]: [number, number]) => [{ x, y }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
  for (let step = 1; step <= 8; step++) {
    const at: [number, number] = [
      from[0] + ((to[0] - from[0]) * step) / 8,
      from[1] + ((to[1] - from[1]) * step) / 8
    ];
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(at) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** The handles by which a finger selects more cells, the upper left one first. */
const handles = (page: Page) => page.locator('.finger-handle:visible');

/** The middle of an element on the screen, in pixels. */
async function middleOf(element: Locator): Promise<[number, number]> {
  const { x, y, width, height } = (await element.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

test(
  'a finger selects, writes, fills and scrolls on a tablet',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await cell(page, 1, '指标值').tap();
    await expect(currentCell(page)).toHaveText('≥12公里');

    await cell(page, 2, '指标值').tap();
    await cell(page, 2, '指标值').tap();
    await expect(handles(page)).toHaveCount(0);
    await page.locator('.handsontableInput').fill('≥98%');
    await cell(page, 3, '指标值').tap();
    await expect(cell(page, 2, '指标值')).toHaveText('≥98%');

    await cell(page, 2, '指标值').tap();
    await swipe(
      page,
      await middleOf(handles(page).last()),
      await middleOf(cell(page, 4, '指标值'))
    );
    await swipe(
      page,
      await middleOf(handles(page).first()),
      await middleOf(cell(page, 2, '三级指标'))
    );
    await expect(grid(page).locator('.ht_master td.area')).toHaveCount(9);
    await swipe(
      page,
      await middleOf(handles(page).first()),
      await middleOf(cell(page, 2, '指标值'))
    );
    const fill = page.getByRole('menuitem', { name: '向下填充' });
    // Chromium takes no tap for one that comes within a moment of a swipe.
    await expect(async () => {
      await page.getByRole('toolbar', { name: '行' }).getByRole('button', { name: '更多' }).tap();
      await expect(fill).toBeVisible({ timeout: 500 });
    }).toPass();
    await fill.tap();
    await expect(cell(page, 3, '指标值')).toHaveText('≥98%');
    await expect(cell(page, 4, '指标值')).toHaveText('≥98%');
    await expectSaved(page);

    await outlineEntry(page, '指标总表').tap();
    await expect(page.getByRole('heading', { name: '指标总表' })).toBeVisible();
    const box = (await grid(page).boundingBox())!;
    await swipe(page, [box.x + 300, box.y + 600], [box.x + 300, box.y + 100]);
    const scrolled = () =>
      grid(page)
        .locator('.ht_master .wtHolder')
        .evaluate(({ scrollTop }) => scrollTop);
    await expect.poll(scrolled).toBeGreaterThan(100);
  }
);
