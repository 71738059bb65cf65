import { chosenLanguage } from '#lib/messages/language.ts';
import type { ImportResult } from './import.ts';
import type { Pasted } from './pasted.ts';
import { refuse, refuseSize } from './refusal.ts';
import type { ImportRequest } from './worker.ts';

/** Milliseconds after which an import is given up. Real papers take less than a tenth of a second. */
const TIME_LIMIT = 60_000;

/**
 * Imports a file or what was pasted in a Worker, so that the page stays alive. The size is looked at before
 * the file is read. Rejects with the signal's reason when cancelled, and with an error where the
 * browser cannot read the file or start the Worker.
 */
export async function importInWorker(
  source: File | Pasted,
  signal?: AbortSignal
): Promise<ImportResult> {
  signal?.throwIfAborted();
  if (!(source instanceof File)) return askWorker(source, signal);
  const tooLarge = refuseSize(source.size);
  if (tooLarge) return tooLarge;
  const bytes = new Uint8Array(await source.arrayBuffer());
  return askWorker({ name: source.name, bytes }, signal);
}

function askWorker(request: ImportRequest, signal?: AbortSignal): Promise<ImportResult> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: chosenLanguage()
  });
  const end = new AbortController();
  const answer = new Promise<ImportResult>((resolve, reject) => {
    const timer = setTimeout(() => resolve(refuse('too-slow')), TIME_LIMIT);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: end.signal });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportResult>) => resolve(data));
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`import worker: ${message}`))
    );
    worker.postMessage(request, 'bytes' in request ? [request.bytes.buffer] : []);
  });
  return answer.finally(() => {
    end.abort();
    worker.terminate();
  });
}
