import type { ExportRequest } from './worker.ts';

/**
 * Writes a file in a Worker, so that the page stays alive however long it takes. Rejects with the
 * signal's reason when cancelled, and with an error where the writer fails.
 */
export async function exportInWorker(
  request: ExportRequest,
  signal: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const end = new AbortController();
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: end.signal });
    worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) =>
      resolve(data)
    );
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(`export worker: ${message}`))
    );
    worker.postMessage(request);
  });
  return answer.finally(() => {
    end.abort();
    worker.terminate();
  });
}
