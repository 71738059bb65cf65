import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { refuse, type Refusal } from '../refusal.ts';
import type { Source } from '../source.ts';
import { openPdf } from './open-pdf.ts';
import { readPages } from './pages.ts';
import { sourceOf } from './pdf-source.ts';
import { unpacksTooLarge } from './stream-sizes.ts';

/** The most pages that are read. The longest real papers have about a hundred. */
const MOST_PAGES = 2000;

/** A file's last bytes, among which `%%EOF` stands where the file is whole. */
const TAIL = 4096;

/** Reads a PDF that has a text layer. */
export async function readPdf(bytes: Uint8Array): Promise<Source | Refusal> {
  if (!hasEnd(bytes)) return refuse('truncated');
  if (unpacksTooLarge(bytes)) return refuse('bomb');
  const task = await openPdf(bytes);
  try {
    const document = await opened(task);
    if ('reason' in document) return document;
    if (document.numPages > MOST_PAGES) return refuse('too-many-pages');
    const pages = await readPages(document);
    return 'reason' in pages ? pages : (sourceOf(pages) ?? refuse('scan'));
  } finally {
    await task.destroy();
  }
}

async function opened(task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy | Refusal> {
  try {
    return await task.promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return refuse(isLocked ? 'encrypted' : 'damaged-pdf');
  }
}

/** Whether the end of a PDF is there; some programs fill a file up with zeros behind it. */
function hasEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  const tail = bytes.subarray(Math.max(0, end - TAIL), end);
  return new TextDecoder('latin1').decode(tail).includes('%%EOF');
}
