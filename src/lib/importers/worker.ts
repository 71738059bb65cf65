import { importFile, importText } from './import.ts';

/** What the worker is asked to import: a file's bytes, or pasted text. */
export type ImportRequest =
  { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string };

self.addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  self.postMessage('text' in data ? importText(data.text) : await importFile(data));
});
