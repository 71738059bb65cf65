import diff from 'fast-diff';
import * as Y from 'yjs';

/**
 * One place where a prose text was changed. `at` and `length` are the place and the length of the
 * whole text when it was done. `from` and `to` are Yjs relative positions around what was inserted:
 * they find the place again after everybody else's edits and after a reload.
 */
export interface Splice {
  readonly at: number;
  readonly length: number;
  readonly removed: string;
  readonly inserted: string;
  readonly from: unknown;
  readonly to: unknown;
}

/**
 * Changes a shared text into `text` by its differences, so that what colleagues type at the same
 * time elsewhere in it stays. Returns the places that were changed. Call within a transaction.
 */
export function rewrite(shared: Y.Text, text: string): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let removed = '';
  let inserted = '';
  const close = () => {
    if (removed !== '' || inserted !== '') splices.push(replace(shared, at, removed, inserted));
    at += inserted.length;
    removed = '';
    inserted = '';
  };
  for (const [operation, part] of diff(shared.toString(), text)) {
    if (operation === diff.DELETE) removed += part;
    else if (operation === diff.INSERT) inserted += part;
    else {
      close();
      at += part.length;
    }
  }
  close();
  return splices;
}

/**
 * Takes a splice back where its text still stands as it was left, and returns the splice that did
 * so; null where somebody has changed it since. Call within a transaction.
 */
export function revert(shared: Y.Text, splice: Splice): Splice | null {
  const at = placeOf(shared, splice);
  return at === null ? null : replace(shared, at, splice.inserted, splice.removed);
}

/**
 * Where the text of a splice stands now. While the text is as long as it was left, that is where it
 * was put: positions that cling to characters which an undo has replaced would lead astray.
 */
function placeOf(shared: Y.Text, { at, length, inserted, from, to }: Splice): number | null {
  const text = shared.toString();
  if (text.length === length && text.startsWith(inserted, at)) return at;
  const start = indexOf(shared, from);
  const end = indexOf(shared, to);
  return start !== null && end !== null && text.slice(start, end) === inserted && start <= end
    ? start
    : null;
}

function replace(shared: Y.Text, at: number, removed: string, inserted: string): Splice {
  if (removed !== '') shared.delete(at, removed.length);
  if (inserted !== '') shared.insert(at, inserted);
  const from = position(shared, at, -1);
  const to = position(shared, at + inserted.length, 0);
  return { at, length: shared.length, removed, inserted, from, to };
}

/** `association` −1 clings to the character before, 0 to the one after. */
function position(shared: Y.Text, index: number, association: -1 | 0): unknown {
  return Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(shared, index, association)
  );
}

function indexOf(shared: Y.Text, position: unknown): number | null {
  const absolute = Y.createAbsolutePositionFromRelativePosition(
    Y.createRelativePositionFromJSON(position),
    shared.doc!
  );
  return absolute && absolute.type === shared ? absolute.index : null;
}
