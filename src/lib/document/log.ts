import type * as Y from 'yjs';
import type { Author } from '#lib/model/author.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Trace } from './write.ts';

const ENTRIES = 'entries';

/** One edit as the log keeps it: who, when, what, and what stood there before. */
export interface LogEntry {
  readonly id: string;
  readonly by: Author;
  /** ISO 8601, by the clock of the author's device. */
  readonly at: string;
  readonly label: string;
  /** `late`: what came after an approval was put aside. It is in nobody's undo. */
  readonly kind: 'edit' | 'undo' | 'redo' | 'import' | 'late';
  /** For `undo` and `redo` the entry that it takes back, for `late` the step of the review. */
  readonly of?: string;
  readonly steps: readonly Step[];
}

/** One change of an edit with the changes that restore what was there before it. */
export interface Step extends Trace {
  readonly change: Change;
  readonly before: readonly Change[];
}

/** Adds an entry at the end of the log. */
export function appendEntry(log: Y.Doc, entry: LogEntry): void {
  log.transact(() => log.getArray<LogEntry>(ENTRIES).push([entry]), 'user');
}

/** The log, oldest first; entries of authors who were offline stand where they met the others. */
export function readEntries(log: Y.Doc): LogEntry[] {
  return log.getArray<LogEntry>(ENTRIES).toArray();
}

/** Tells the listener of entries that have come, and whether they are of this window; returns how to stop. */
export function watchEntries(
  log: Y.Doc,
  listener: (come: readonly LogEntry[], own: boolean) => void
): () => void {
  const entries = log.getArray<LogEntry>(ENTRIES);
  const onChange = ({ changes, transaction }: Y.YArrayEvent<LogEntry>) =>
    listener(
      changes.delta.flatMap(({ insert }) => (insert as LogEntry[] | undefined) ?? []),
      transaction.local
    );
  entries.observe(onChange);
  return () => entries.unobserve(onChange);
}
