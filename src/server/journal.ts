import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { inTransaction } from './store.ts';

/** Documents on disk: a state for each, and the updates that came after it. */
export interface Journal {
  /** Puts an update on the disk before it returns. Throws where that failed. */
  append(name: string, update: Uint8Array): void;
  /** What is stored of a document: its state, then its updates in the order they came. */
  read(name: string): readonly Uint8Array[];
  /** How many updates wait to be folded. */
  length(name: string): number;
  /**
   * Merges a document's updates into its state and takes them out of the journal, in one
   * transaction. It reads only what is on disk, so nothing in memory can be written over it.
   */
  fold(name: string): void;
  /** Folds every document that has updates waiting. */
  foldAll(): void;
}

/** The journal kept in an open store. */
export function createJournal(database: DatabaseSync): Journal {
  const insert = database.prepare('INSERT INTO journal (name, bytes, added) VALUES (?, ?, ?)');
  const state = database.prepare('SELECT state AS bytes FROM document WHERE name = ?');
  const updates = database.prepare('SELECT bytes FROM journal WHERE name = ? ORDER BY seq');
  const count = database.prepare('SELECT count(*) AS count FROM journal WHERE name = ?');
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

  return {
    append: (name, update) => void insert.run(name, update, Date.now()),
    read,
    length,
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
