import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { formatOf } from '#lib/exporters/formats.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/**
 * A frame is made as soon as one is asked for: at 60 a second, waiting for the screen would hide
 * whatever takes less than 16 ms.
 */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync'
];

/** @param executablePath of the browser; undefined means Playwright's own */
export function launchBrowser(executablePath: string | undefined): Promise<Browser> {
  return chromium.launch({
    headless: true,
    args: ARGS,
    ...(executablePath !== undefined && { executablePath })
  });
}

/** A page as an office sees it, with nothing stored and nothing cached. */
export async function newPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {}
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 720 },
    ...options
  });
  return { context, page: await context.newPage() };
}

/** A workbook as a PDF, printed from the page that is handed out for printing. */
export async function printedPdf(browser: Browser, workbook: Workbook): Promise<Uint8Array> {
  const { context, page } = await newPage(browser);
  try {
    const html = await formatOf('a.html')!.write(workbook);
    await page.setContent(new TextDecoder().decode(html));
    return new Uint8Array(await page.pdf({ format: 'A4' }));
  } finally {
    await context.close();
  }
}
