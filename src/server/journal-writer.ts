import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NamedUpdate } from './journal.ts';

/**
 * Writes the journal in a thread of its own: nobody waits while the disk takes what others have
 * written, or while a large document is folded.
 */
export interface JournalWriter {
  /** Puts an update on the disk, and resolves when it is there. Rejects where that failed. */
  append(name: string, update: Uint8Array): Promise<void>;
  /** Folds a document that has at least so many updates waiting; says how many it had, or 0. */
  fold(name: string, least: number): Promise<number>;
  /** Takes out of a document what rests on updates that have not come. */
  dropWaiting(name: string): Promise<void>;
  /** Folds what it can in so many milliseconds. What is left stays in the journal. */
  foldAll(patience: number): Promise<void>;
  /** Ends when everything asked for has been done. */
  end(): Promise<void>;
}

/** What the thread is asked. */
export type Task =
  | ({ readonly do: 'append' } & NamedUpdate)
  | { readonly do: 'fold'; readonly name: string; readonly least: number }
  | { readonly do: 'drop-waiting'; readonly name: string }
  | { readonly do: 'fold-all'; readonly patience: number }
  | { readonly do: 'end' };

/** What it answers: how many updates were folded, if that was asked, or why it was not done. */
export type Answer =
  | { readonly number: number; readonly folded: number }
  | { readonly number: number; readonly error: unknown };

/** Where the thread finds the store, and the size in MiB at which that takes no more. */
export interface StorePlace {
  readonly folder: string;
  readonly limit: number | null;
}

/** Starts the thread on a store that has been opened, and so exists and is up to date. */
export function startJournalWriter(place: StorePlace): JournalWriter {
  const thread = new Worker(join(import.meta.dirname, 'journal-thread.ts'), { workerData: place });
  const asked = new Map<
    number,
    { done: (folded: number) => void; failed: (why: unknown) => void }
  >();
  let last = 0;
  thread.on('message', (answer: Answer) => {
    const question = asked.get(answer.number);
    asked.delete(answer.number);
    if ('error' in answer) question?.failed(answer.error);
    else question?.done(answer.folded);
  });

  const ask = (task: Task, transfer: ArrayBuffer[] = []) =>
    new Promise<number>((done, failed) => {
      asked.set(++last, { done, failed });
      thread.postMessage({ number: last, task }, transfer);
    });
  return {
    async append(name, update) {
      // The bytes of a frame may be part of a larger buffer, which would go with them.
      const own = new Uint8Array(update);
      await ask({ do: 'append', name, update: own }, [own.buffer]);
    },
    fold: (name, least) => ask({ do: 'fold', name, least }),
    async dropWaiting(name) {
      await ask({ do: 'drop-waiting', name });
    },
    async foldAll(patience) {
      await ask({ do: 'fold-all', patience });
    },
    async end() {
      await ask({ do: 'end' });
      await thread.terminate();
    }
  };
}
