import type { Browser } from '@playwright/test';
import { newPage } from './browser.ts';
import type { BenchPages } from './bench-pages.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import type {} from './pages/opening.ts';
import { interleave, median, type Samples } from './samples.ts';

const AIM = { times: 1.5 };

/**
 * Opening a stored workbook of so many rows, until it can be shown and until its problems are known,
 * against reading and applying its bytes.
 */
export async function measureOpen(
  browser: Browser,
  pages: BenchPages,
  rows: number,
  rounds: number
): Promise<Figure[]> {
  const { context, page } = await newPage(browser);
  await page.goto(pages.address('opening'));
  const id = await page.evaluate(
    async (workbook) => (await window.opening).store(workbook),
    largeWorkbook(rows)
  );
  const measure = (work: 'openWorkbook' | 'openAndCheck') =>
    interleave(
      rounds,
      () => page.evaluate(async ({ work, id }) => (await window.opening)[work](id), { work, id }),
      () => page.evaluate(async (id) => (await window.opening).applyBytes(id), id)
    );
  const figure = (name: string, { a, b }: Samples, aim: Figure['aim']): Figure => ({
    name: `${name} ${rows} rows`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'reading and applying its bytes', value: median(b) },
    aim
  });
  const opened = await measure('openWorkbook');
  const checked = await measure('openAndCheck');
  await context.close();
  return [
    figure('opening a stored workbook of', opened, AIM),
    figure('the same with its first check,', checked, null)
  ];
}
