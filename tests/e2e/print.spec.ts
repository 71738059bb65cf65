import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { pagesOf } from '#tests/support/pdf.ts';
import { cell, typeInto } from '#tests/support/workbook-page.ts';

/** Takes down what is printed, since a browser without a screen has no print dialog. */
async function watchPrinting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      Object.assign(window.top!, { printed: document.documentElement.outerHTML });
    };
  });
}

const printed = (page: Page) =>
  page.evaluate(() => (window as unknown as { printed?: string }).printed ?? '');

/** What the browser makes of a printed page as PDF. */
async function pdfOf(page: Page, markup: string): Promise<Buffer> {
  const paper = await page.context().newPage();
  await paper.setContent(markup);
  const pdf = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
  await paper.close();
  return pdf;
}

test('Ctrl+P prints the official form on A4, each project on a page of its own', async ({
  page
}, testInfo) => {
  await watchPrinting(page);
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '≥13公里');

  await page.keyboard.press('Control+p');
  await expect.poll(() => printed(page)).toContain('≥13公里');

  const pdf = await pdfOf(page, await printed(page));
  await testInfo.attach('form.pdf', { body: pdf, contentType: 'application/pdf' });
  const pages = await pagesOf(pdf);
  for (const { width, height } of pages) {
    expect(Math.round((width * 25.4) / 72)).toBe(210);
    expect(Math.round((height * 25.4) / 72)).toBe(297);
  }
  expect(pages[0]!.text).toContain('青泉县水务局2023年部门预算绩效文本');
  const projects = ['河道清淤专项经费', '饮用水水质检测费', '巡河员4人劳务费', '节水宣传活动经费'];
  const starts = projects.map((name) =>
    pages.findIndex(({ text }) => text.includes('资金支出计划') && text.includes(name))
  );
  expect(new Set(starts).size).toBe(4);
  expect(starts).not.toContain(-1);
  const all = pages.map(({ text }) => text).join('');
  for (const chrome of ['生成同步链接', '已存本机', '撤销']) expect(all).not.toContain(chrome);
});

test('the menu prints too, and the frame is out of sight', async ({ page }) => {
  await watchPrinting(page);
  await openSample(page);
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: '打印…' }).click();

  await expect.poll(() => printed(page)).toContain('绩效目标');
  const frame = page.locator('iframe[title="打印"]');
  await expect(frame).toHaveCount(1);
  await expect(frame).not.toBeInViewport();
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);

  await page.keyboard.press('Control+p');
  await expect(frame).toHaveCount(1);
});

test('what is printed runs no script', async ({ page }) => {
  await watchPrinting(page);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await openSample(page);
  await typeInto(page, cell(page, 1, '指标值'), '<img src=x onerror=alert(1)>');
  await page.keyboard.press('Control+p');
  await expect.poll(() => printed(page)).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(refused).toEqual([]);
});
