import { speak } from '#lib/messages/speak.ts';
import type { Pasted } from './pasted.ts';

/** What the worker is asked to import: a file's bytes, or what was pasted. */
export type ImportRequest = { readonly name: string; readonly bytes: Uint8Array } | Pasted;

/** The Worker's name is the language in which it reports. */
const importing = speak(self.name === 'en' ? 'en' : 'zh').then(() => import('./import.ts'));

self.addEventListener('message', async ({ data }: MessageEvent<ImportRequest>) => {
  const { importFile, importPaste } = await importing;
  self.postMessage('text' in data ? await importPaste(data) : await importFile(data));
});

// The page hears of errors only, and would wait for an answer until the time limit.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});
