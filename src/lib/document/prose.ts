import diff from 'fast-diff';
import * as Y from 'yjs';

/**
 * One place where a prose text was changed. `at` is where in the whole text, and `left` how that
 * text read when it was done. `from` and `to` are Yjs relative positions around what was inserted:
 * they find the place again after everybody else's edits and after a reload.
 */
export interface Splice {
  readonly at: number;
  /** The fingerprint of the whole text after it. */
  readonly left: string;
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
 * Where the text of a splice stands now. While the whole text reads as it was left, that is where
 * it was put: positions that cling to characters which an undo has replaced would lead astray.
 */
function placeOf(shared: Y.Text, { at, left, inserted, from, to }: Splice): number | null {
  const text = shared.toString();
  if (fingerprint(text) === left) return at;
  const start = indexOf(shared, from);
  const end = indexOf(shared, to);
  return start !== null && end !== null && start <= end && text.slice(start, end) === inserted
    ? start
    : null;
}

function replace(shared: Y.Text, at: number, removed: string, inserted: string): Splice {
  if (removed !== '') shared.delete(at, removed.length);
  if (inserted !== '') shared.insert(at, inserted);
  const from = position(shared, at, -1);
  const to = position(shared, at + inserted.length, 0);
  return { at, left: fingerprint(shared.toString()), removed, inserted, from, to };
}

/** Tells texts apart: length and FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(36)}`;
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
