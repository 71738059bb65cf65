import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { inTransaction } from './store.ts';

/** Documents on disk: a state for each, and the updates that came after it. */
export interface Journal {
  /**
   * Puts an update on the disk, together with all others that come in the same moment, and resolves
   * when it is there. Rejects where that failed.
   */
  append(name: string, update: Uint8Array): Promise<void>;
  /** What is stored of a document: its state, then its updates in the order they came. */
  read(name: string): readonly Uint8Array[];
  /** How many updates of a document wait to be folded. */
  length(name: string): number;
  /** How many updates of all documents wait, and how many documents there are. */
  size(): { readonly updates: number; readonly documents: number };
  /**
   * Merges a document's updates into its state and takes them out of the journal, in one
   * transaction. It reads only what is on disk, so nothing in memory can be written over it.
   */
  fold(name: string): void;
  /** Folds every document that has updates waiting. */
  foldAll(): void;
}

interface Waiting {
  readonly name: string;
  readonly update: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** The journal kept in an open store. */
export function createJournal(database: DatabaseSync): Journal {
  const insert = database.prepare('INSERT INTO journal (name, bytes, added) VALUES (?, ?, ?)');
  const state = database.prepare('SELECT state AS bytes FROM document WHERE name = ?');
  const updates = database.prepare('SELECT bytes FROM journal WHERE name = ? ORDER BY seq');
  const count = database.prepare('SELECT count(*) AS count FROM journal WHERE name = ?');
  const sizes = database.prepare(
    `SELECT (SELECT count(*) FROM journal) AS updates,
       (SELECT count(*) FROM (SELECT name FROM document UNION SELECT name FROM journal)) AS documents`
  );
  const names = database.prepare('SELECT DISTINCT name FROM journal');
  const clear = database.prepare('DELETE FROM journal WHERE name = ?');
  const replace = database.prepare(
    `INSERT INTO document (name, state, stored) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET state = excluded.state, stored = excluded.stored`
  );

  const read = (name: string) =>
    [...state.all(name), ...updates.all(name)].map((row) => row.bytes as Uint8Array);
  const length = (name: string) => Number(count.get(name)?.count);
  const fold = (name: string) =>
    inTransaction(database, () => {
      if (length(name) === 0) return;
      replace.run(name, merge(read(name)), Date.now());
      clear.run(name);
    });
  let waiting: Waiting[] = [];
  const store = (group: readonly Waiting[]) => {
    try {
      inTransaction(database, () => {
        for (const { name, update } of group) insert.run(name, update, Date.now());
      });
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length === 1) return group[0]!.reject(error);
      // What is too large for the disk takes none of the others with it.
      for (const one of group) store([one]);
    }
  };
  const storeWaiting = () => {
    const group = waiting;
    waiting = [];
    store(group);
  };

  return {
    append: (name, update) =>
      new Promise((resolve, reject) => {
        // Others are told what has come in this turn of the loop at its end: the disk waits one more.
        if (waiting.length === 0) setImmediate(() => setImmediate(storeWaiting));
        waiting.push({ name, update, resolve, reject });
      }),
    read,
    length,
    size() {
      const row = sizes.get();
      return { updates: Number(row?.updates), documents: Number(row?.documents) };
    },
    fold,
    foldAll: () => names.all().forEach((row) => fold(row.name as string))
  };
}

/** Through a document rather than Y.mergeUpdates, so that text already deleted is let go. */
function merge(updates: readonly Uint8Array[]): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
  const merged = Y.encodeStateAsUpdate(document);
  document.destroy();
  return merged;
}
