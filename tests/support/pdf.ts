import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { typedText } from '#lib/importers/pdf/typed-text.ts';

/** A page of a PDF: its size in points, and its text without spaces. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** The pages of a PDF. */
export async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push({ width, height, text: typedText(text).replace(/\s/g, '') });
  }
  await task.destroy();
  return pages;
}
