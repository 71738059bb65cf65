import { importFile, importPaste } from './import.ts';
import type { Pasted } from './pasted.ts';

/** What the worker is asked to import: a file's bytes, or what was pasted. */
export type ImportRequest = { readonly name: string; readonly bytes: Uint8Array } | Pasted;

self.addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  self.postMessage('text' in data ? await importPaste(data) : await importFile(data));
});

// The page hears of errors only, and would wait for an answer until the time limit.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
