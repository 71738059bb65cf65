import { openSample, openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { pagesOf } from '#tests/support/pdf.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

async function openPreview(page: Page) {
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印预览…' }).click();
  await expect(page.getByText(/页，共 [1-9]\d* 页/)).toBeVisible();
}

/** The letters on each sheet of the preview, sorted, since a PDF has those of a row in another order. */
function previewedPages(page: Page): Promise<string[]> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate((body) => {
      const sheets = [...body.querySelectorAll('.sheet')].map((sheet) => ({
        box: sheet.getBoundingClientRect(),
        letters: [] as string[]
      }));
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        [...node.data].forEach((letter, at) => {
          if (letter.trim() === '') return;
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, right } = range.getBoundingClientRect();
          const middle = (left + right) / 2;
          const sheet = sheets.find(({ box }) => box.left < middle && middle < box.right);
          sheet?.letters.push(letter);
        });
      }
      return sheets.map(({ letters }) => letters.sort().join(''));
    });
}

async function printedPages(page: Page): Promise<string[]> {
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  return pages.map(({ text }) => [...text.replace(/\s/g, '')].sort().join(''));
}

test('the preview breaks pages where the browser prints them', async ({ page }) => {
  await openSample(page);
  const printed = await printedPages(page);
  await openPreview(page);

  expect(await previewedPages(page)).toEqual(printed);
  await expect(page.getByText(`页，共 ${printed.length} 页`)).toBeVisible();
});

test(
  'sheets of both directions are previewed, and pages turned by keys, wheel and number',
  { tag: '@long' },
  async ({ page }) => {
    await openWorkbook(page, workbookOfAllKinds());
    const count = (await printedPages(page)).length;
    await openPreview(page);
    const at = page.getByRole('spinbutton', { name: '页码' });
    await expect(page.getByText(`页，共 ${count} 页`)).toBeVisible();

    await page.keyboard.press('PageDown');
    await expect(at).toHaveValue('2');
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, 100);
    await expect(at).toHaveValue('3');
    await page.keyboard.press('End');
    await expect(at).toHaveValue(String(count));
    await at.fill('999');
    await at.press('Enter');
    await expect(at).toHaveValue(String(count));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
  }
);
