import type { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { encodeWithoutWaiting } from './missing.ts';
import { inTransaction } from './store.ts';

/** An update of a document. */
export interface NamedUpdate {
  readonly name: string;
  readonly update: Uint8Array;
}

/** Documents on disk: a state for each, and the updates that came after it. */
export interface Journal {
  /** Puts updates on the disk before it returns, all of them or, where it throws, none. */
  append(updates: readonly NamedUpdate[]): void;
  /** What is stored of a document: its state, then its updates in the order they came. */
  read(name: string): readonly Uint8Array[];
  /** How many updates of a document wait to be folded. */
  length(name: string): number;
  /** How many updates of all documents wait, and how many documents there are. */
  size(): { readonly updates: number; readonly documents: number };
  /**
   * Merges a document's updates into its state and takes them out of the journal; says how many. It
   * reads only what is on disk, so nothing in memory can be written over it.
   */
  fold(name: string): number;
  /** Folds a document without what rests on updates that have not come. */
  dropWaiting(name: string): void;
  /** Folds every document that has updates waiting, for so many milliseconds at most. */
  foldAll(patience: number): void;
}

/** The journal kept in an open store. */
export function createJournal(database: DatabaseSync): Journal {
  const insert = database.prepare('INSERT INTO journal (name, bytes, added) VALUES (?, ?, ?)');
  // In one statement, which sees one moment: another thread may fold meanwhile.
  const stored = database.prepare(
    `SELECT 0 AS seq, state AS bytes FROM document WHERE name = :name
     UNION ALL SELECT seq, bytes FROM journal WHERE name = :name ORDER BY seq`
  );
  const count = database.prepare('SELECT count(*) AS count FROM journal WHERE name = ?');
  const countTo = database.prepare(
    'SELECT count(*) AS count FROM journal WHERE name = ? AND seq <= ?'
  );
  const sizes = database.prepare(
    `SELECT (SELECT count(*) FROM journal) AS updates,
       (SELECT count(*) FROM (SELECT name FROM document UNION SELECT name FROM journal)) AS documents`
  );
  const names = database.prepare('SELECT DISTINCT name FROM journal');
  const clear = database.prepare('DELETE FROM journal WHERE name = ? AND seq <= ?');
  const replace = database.prepare(
    `INSERT INTO document (name, state, stored) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET state = excluded.state, stored = excluded.stored`
  );

  const read = (name: string) =>
    stored.all({ name }) as unknown as readonly { seq: number; bytes: Uint8Array }[];
  const length = (name: string) => Number(count.get(name)?.count);
  const rewrite = (name: string, encode: (document: Y.Doc) => Uint8Array) => {
    const rows = read(name);
    const updates = rows.filter(({ seq }) => seq > 0).length;
    const seq = rows.at(-1)?.seq ?? 0;
    const merged = merge(
      rows.map(({ bytes }) => bytes),
      encode
    );
    return inTransaction(database, () => {
      // Merging takes long. Where another server on the same data was faster, its state stands.
      if (Number(countTo.get(name, seq)?.count) !== updates) return 0;
      replace.run(name, merged, Date.now());
      clear.run(name, seq);
      return updates;
    });
  };
  const fold = (name: string) => (length(name) === 0 ? 0 : rewrite(name, Y.encodeStateAsUpdate));

  return {
    append: (updates) =>
      inTransaction(database, () => {
        for (const { name, update } of updates) insert.run(name, update, Date.now());
      }),
    read: (name) => read(name).map(({ bytes }) => bytes),
    length,
    size() {
      const row = sizes.get();
      return { updates: Number(row?.updates), documents: Number(row?.documents) };
    },
    fold,
    dropWaiting: (name) => void rewrite(name, encodeWithoutWaiting),
    foldAll(patience) {
      const end = Date.now() + patience;
      for (const { name } of names.all()) if (Date.now() < end) fold(name as string);
    }
  };
}

/** Through a document rather than Y.mergeUpdates, so that text already deleted is let go. */
function merge(
  updates: readonly Uint8Array[],
  encode: (document: Y.Doc) => Uint8Array
): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
  const merged = encode(document);
  document.destroy();
  return merged;
}
