import type * as Y from 'yjs';
import type { WriteId } from './writes.ts';

/** The one flat map of the comments that says which conflicts are settled: the write that lost → a mark. */
const SETTLED = 'settled';

/** Stands beside a write whose conflict somebody has settled; it is empty again after an undo. */
const DONE = '1';

/** The shared type that holds the marks. */
export function settledIn(comments: Y.Doc): Y.Map<string> {
  return comments.getMap<string>(SETTLED);
}

/** Marks a conflict as settled, or as open again. */
export function settle(comments: Y.Doc, write: WriteId, settled: boolean): void {
  const map = settledIn(comments);
  if ((map.get(write) === DONE) !== settled) map.set(write, settled ? DONE : '');
}

/** Whether a conflict is marked as settled. */
export function isSettled(comments: Y.Doc, write: WriteId): boolean {
  return settledIn(comments).get(write) === DONE;
}
