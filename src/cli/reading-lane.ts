import { Worker } from 'node:worker_threads';
import type { Reading } from './reading.ts';
import type { ReadingRequest } from './reading-worker.ts';

/** Milliseconds after which a file is given up. Real papers take less than a second. */
const TIME_LIMIT = 60_000;

/** Megabytes a file may take while it is read; the largest real ones take a tenth of it. */
const MEMORY_LIMIT = 1_500;

/**
 * A thread that reads one file after another. A file that takes too long or too much memory ends the
 * thread, and the next file begins in a fresh one: a bad file never stops the rest.
 */
export class ReadingLane {
  #worker: Worker | null = null;

  async read(request: ReadingRequest): Promise<Reading> {
    const worker = (this.#worker ??= startWorker());
    const reading = await answerOf(worker, request);
    if (reading) return reading.value;
    await this.close();
    return { ok: false, sentence: '这个文件读得太久或太占内存，已放弃。' };
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT }
  });
}

/** The thread's answer; null where it ended or did not answer in time. */
function answerOf(worker: Worker, request: ReadingRequest): Promise<{ value: Reading } | null> {
  const end = new AbortController();
  return new Promise<{ value: Reading } | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), TIME_LIMIT);
    end.signal.addEventListener('abort', () => clearTimeout(timer));
    const onMessage = (value: Reading) => resolve({ value });
    const onError = () => resolve(null);
    worker.once('message', onMessage).once('error', onError);
    end.signal.addEventListener('abort', () => {
      worker.off('message', onMessage).off('error', onError);
    });
    worker.postMessage(request);
  }).finally(() => end.abort());
}
