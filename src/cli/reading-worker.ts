import { parentPort } from 'node:worker_threads';
import { countingIds } from '#lib/model/ids.ts';
import { readPaper } from './reading.ts';

/** What a thread is asked to read; with `counted`, ids count from 1, the same in every run. */
export interface ReadingRequest {
  readonly path: string;
  readonly counted: boolean;
}

parentPort!.on('message', async ({ path, counted }: ReadingRequest) => {
  parentPort!.postMessage(await readPaper(path, counted ? countingIds() : undefined));
});
