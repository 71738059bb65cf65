import { vi } from 'vitest';

/** A call of IndexedDB that a program makes, and so one at which the disk can fail. */
type Call = readonly [prototype: object, method: string];

const CALLS: readonly Call[] = [
  [IDBFactory.prototype, 'open'],
  [IDBFactory.prototype, 'deleteDatabase'],
  [IDBDatabase.prototype, 'transaction'],
  [IDBTransaction.prototype, 'objectStore'],
  [IDBTransaction.prototype, 'commit'],
  [IDBObjectStore.prototype, 'get'],
  [IDBObjectStore.prototype, 'getAll'],
  [IDBObjectStore.prototype, 'getAllKeys'],
  [IDBObjectStore.prototype, 'add'],
  [IDBObjectStore.prototype, 'delete']
];

/** How the n-th call fails: it throws, or it is taken and the browser gives up on it later. */
export type Failing = 'throws' | 'aborts';

/** A disk that fails once. */
export interface FailingDisk {
  /** Whether the n-th call has come and failed. */
  readonly failed: boolean;
  /** Lets everything through again. */
  mend: () => void;
}

/**
 * Makes the n-th call of IndexedDB fail, counted from 1 over all its methods, and `lasting` calls from there
 * on; the real IndexedDB answers all others.
 */
export function failAtCall(n: number, failing: Failing, lasting = 1): FailingDisk {
  let count = 0;
  let failed = false;
  const spies = CALLS.map(([prototype, method]) => {
    const real = Reflect.get(prototype, method) as (...given: unknown[]) => unknown;
    return vi
      .spyOn(prototype as Record<string, () => unknown>, method)
      .mockImplementation(function (this: unknown, ...given: unknown[]) {
        count += 1;
        if (count < n || count >= n + lasting) return real.apply(this, given);
        failed = true;
        if (failing === 'throws') throw new DOMException('the disk fails', 'UnknownError');
        return givenUp(real.apply(this, given));
      });
  });
  return {
    get failed() {
      return failed;
    },
    mend() {
      for (const spy of spies) spy.mockRestore();
    }
  };
}

/** What a call has answered, its transaction or its connection taken back as a browser does that runs out of disk. */
function givenUp(answer: unknown): unknown {
  if (answer instanceof IDBOpenDBRequest) {
    // Behind the listener of the program, which is set next.
    queueMicrotask(() => {
      answer.addEventListener('upgradeneeded', () => {
        try {
          answer.transaction?.abort();
        } catch {
          // The program has given it up itself.
        }
      });
    });
  } else if (answer instanceof IDBRequest) {
    answer.transaction?.abort();
  } else if (answer instanceof IDBTransaction) {
    answer.abort();
  }
  return answer;
}
