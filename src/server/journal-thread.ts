import { parentPort, workerData } from 'node:worker_threads';
import { createJournal } from './journal.ts';
import type { NamedUpdate } from './journal.ts';
import type { Answer, StorePlace, Task } from './journal-writer.ts';
import { openStore } from './store.ts';

interface Waiting extends NamedUpdate {
  readonly number: number;
}

/** The thread of `journal-writer.ts`. It does one task after the other, in the order they come. */
const { folder, limit } = workerData as StorePlace;
const store = openStore(folder, limit);
const journal = createJournal(store);
let waiting: Waiting[] = [];

parentPort?.on('message', ({ number, task }: { number: number; task: Task }) => {
  if (task.do !== 'append') {
    storeWaiting();
    return attempt(number, () => perform(task));
  }
  // What has come while the disk was busy is flushed to it together.
  if (waiting.length === 0) setImmediate(storeWaiting);
  waiting.push({ number, name: task.name, update: task.update });
});

function perform(task: Exclude<Task, { do: 'append' }>): number {
  if (task.do === 'fold') {
    return journal.length(task.name) >= task.least ? journal.fold(task.name) : 0;
  }
  if (task.do === 'drop-waiting') journal.dropWaiting(task.name);
  else if (task.do === 'fold-all') journal.foldAll(task.patience);
  else store.close();
  return 0;
}

function storeWaiting(): void {
  const group = waiting;
  waiting = [];
  if (group.length === 0) return;
  try {
    journal.append(group);
    for (const { number } of group) answer({ number, folded: 0 });
  } catch {
    // What is too large for the disk takes none of the others with it.
    for (const one of group) attempt(one.number, () => (journal.append([one]), 0));
  }
}

function attempt(number: number, work: () => number): void {
  try {
    answer({ number, folded: work() });
  } catch (error) {
    answer({ number, error });
  }
}

function answer(said: Answer): void {
  parentPort?.postMessage(said);
}
