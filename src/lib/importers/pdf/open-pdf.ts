import { getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CharacterMaps } from './character-maps.ts';

/**
 * Opens a PDF in this very thread, for its text only: nothing is fetched, compiled or painted.
 * Rejects with pdf.js's `PasswordException` or `InvalidPDFException`. Whoever opens it has to destroy it.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  await loadReadingCode();
  return getDocument({
    // pdf.js takes the bytes away from whoever gives them.
    data: bytes.slice(),
    verbosity: 0,
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    // Without it, pdf.js asks for the files of standard fonts.
    useSystemFonts: true,
    // Pictures are passed over and never unpacked.
    maxImageSize: 0
  });
}

/**
 * Loads the half of pdf.js that reads. It belongs into a Worker of pdf.js's own, and answers on the
 * channel of any Worker that it is loaded in; it leaves alone a thread that looks like a window.
 */
async function loadReadingCode(): Promise<void> {
  const scope: { window?: unknown } = globalThis;
  const isWindow = 'window' in scope;
  if (!isWindow) scope.window = globalThis;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    if (!isWindow) delete scope.window;
  }
}
