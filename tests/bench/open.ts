import type { Browser } from '@playwright/test';
import { newPage } from './browser.ts';
import type { BenchPages } from './bench-pages.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import type {} from './pages/opening.ts';
import { interleave, median } from './samples.ts';

const AIM = { times: 1.5 };

/** Opening a stored workbook of so many rows, against reading and applying its bytes. */
export async function measureOpen(
  browser: Browser,
  pages: BenchPages,
  rows: number,
  rounds: number
): Promise<Figure> {
  const { context, page } = await newPage(browser);
  await page.goto(pages.address('opening'));
  const id = await page.evaluate(
    async (workbook) => (await window.opening).store(workbook),
    largeWorkbook(rows)
  );
  const { a, b } = await interleave(
    rounds,
    () => page.evaluate(async (id) => (await window.opening).openWorkbook(id), id),
    () => page.evaluate(async (id) => (await window.opening).applyBytes(id), id)
  );
  await context.close();
  return {
    name: `opening a stored workbook of ${rows} rows`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'reading and applying its bytes', value: median(b) },
    aim: AIM
  };
}
