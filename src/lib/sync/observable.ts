/** A value that changes, and tells. A Svelte store's `subscribe`, without Svelte. */
export interface Observable<Value> {
  current(): Value;
  /** Calls the listener now and after each change. Returns the end of it. */
  subscribe(listener: (value: Value) => void): () => void;
}

/** An observable together with the right to change it. */
export interface Source<Value> extends Observable<Value> {
  set(value: Value): void;
}

/** An observable that begins with `value`. */
export function createSource<Value>(value: Value): Source<Value> {
  let now = value;
  const listeners = new Set<(value: Value) => void>();
  return {
    current: () => now,
    set(next) {
      now = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe(listener) {
      const own = (next: Value) => listener(next);
      listeners.add(own);
      own(now);
      return () => void listeners.delete(own);
    }
  };
}
