import { writeFile } from 'node:fs/promises';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { largeWorkbook } from '#tests/bench/large-workbook.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { visit } from '#tests/support/visit.ts';

/** Milliseconds that a person does not notice as standing still. */
const LONGEST_FREEZE = 200;

const PROJECTS = 30;
const workbook = largeWorkbook(PROJECTS * 7);
const LONG_TEXT = `一、总体绩效目标\n${'完成全年河道清淤与岸坡整治，确保安全度汛。\n'.repeat(20_000)}`;

declare global {
  var longestFreeze: number;
}

/** Notes from now on the longest time in which the page did nothing else, by a pulse that it misses. */
async function watchFreezes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let last = performance.now();
    globalThis.longestFreeze = 0;
    setInterval(() => {
      const now = performance.now();
      globalThis.longestFreeze = Math.max(globalThis.longestFreeze, now - last);
      last = now;
    }, 10);
  });
  const longest = () => page.evaluate(() => globalThis.longestFreeze);
  // A watch that sees nothing would let every freeze pass.
  await page.evaluate(() => {
    const begun = performance.now();
    while (performance.now() - begun < 80);
  });
  await expect.poll(longest).toBeGreaterThanOrEqual(80);
  await page.evaluate(() => (globalThis.longestFreeze = 0));
  return longest;
}

test.describe('a large file', () => {
  // Another file's test on the other core would be measured too.
  test.describe.configure({ mode: 'serial' });

  for (const [name, bytes] of [
    ['30个项目.docx', exportDocx(workbook)],
    ['30个项目.xlsx', exportXlsx(workbook)],
    ['很长的文字.txt', new TextEncoder().encode(LONG_TEXT)]
  ] as const) {
    test(`${name} is read and shown while the page stays alive`, async ({ page }, info) => {
      // From the disk, as a person's files come: Playwright would unpack a buffer within the page.
      const path = info.outputPath(name);
      await writeFile(path, bytes);
      await visit(page);
      const longest = await watchFreezes(page);

      await page.getByLabel('选择要导入的文件').setInputFiles(path);
      await expect(page.getByRole('heading', { name: '导入预览' })).toBeVisible();
      await expect(page.getByRole('button', { name: '存入文件柜' })).toBeEnabled();

      expect(await longest()).toBeLessThan(LONGEST_FREEZE);
    });
  }
});

test('a file that is refused leaves no trace', async ({ page }) => {
  await visit(page);
  const stored = () =>
    page.evaluate(async () => {
      const bases = await indexedDB.databases();
      return bases.map(({ name }) => name).toSorted();
    });
  const before = await stored();

  const whole = exportDocx(workbook);
  await page.getByLabel('选择要导入的文件').setInputFiles({
    name: '没有下载完.docx',
    mimeType: '',
    buffer: Buffer.from(whole.slice(0, whole.length / 2))
  });

  await expect(page.getByText('这个文件不完整')).toBeVisible();
  expect(await stored()).toEqual(before);
});
