import type { Browser } from '@playwright/test';
import { importFile } from '#lib/importers/import.ts';
import { openPdf } from '#lib/importers/pdf/open-pdf.ts';
import { sampleFile } from '#tests/support/papers.ts';
import { printedPdf } from './browser.ts';
import type { Figure } from './figure.ts';
import { largeWorkbook } from './large-workbook.ts';
import { interleave, median } from './samples.ts';

const PROJECTS = 30;
const ROWS = PROJECTS * 7;
const ROUNDS = 9;

/** Importing PDFs as LibreOffice and Chromium print them, against pdf.js taking out their text alone. */
export async function measurePdf(browser: Browser): Promise<Figure[]> {
  const printed = await printedPdf(browser, largeWorkbook(ROWS));
  return [
    ...(await measureFile('a paper that LibreOffice printed', sampleFile('pdf-printed').bytes)),
    ...(await measureFile(`${PROJECTS} projects that Chromium printed`, printed))
  ];
}

async function measureFile(name: string, bytes: Uint8Array): Promise<Figure[]> {
  const times = await interleave(
    ROUNDS,
    () => timeOf(() => importFile({ name: 'a.pdf', bytes })),
    () => timeOf(() => extractText(bytes))
  );
  const [whole, text] = [median(times.a), median(times.b)];
  const pages = await extractText(bytes);
  const megabytes = bytes.length / 1024 / 1024;
  const baseline = 'pdf.js taking out its text alone';
  return [
    {
      name: `import of ${name} as PDF, ${pages} pages, each`,
      unit: 'ms',
      measured: whole / pages,
      baseline: { name: baseline, value: text / pages },
      aim: null
    },
    {
      name: `import of ${name} as PDF, each second`,
      unit: 'MB',
      measured: megabytes / (whole / 1000),
      baseline: { name: baseline, value: megabytes / (text / 1000) },
      aim: null
    }
  ];
}

/** Takes the text out of every page and throws it away; returns how many pages there are. */
async function extractText(bytes: Uint8Array): Promise<number> {
  const task = await openPdf(bytes);
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      page.cleanup();
    }
    return document.numPages;
  } finally {
    await task.destroy();
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
