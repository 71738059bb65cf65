import * as Y from 'yjs';

/** What updates that wait for others may take of a document, in bytes. */
export const MOST_WAITING = 1024 * 1024;

type Waiting = Pick<Y.Doc['store'], 'pendingStructs' | 'pendingDs'>;

const NOTHING: Waiting = { pendingStructs: null, pendingDs: null };

/** What of a document waits for updates that have not come. */
export interface KeptApart {
  readonly bytes: number;
  /** Does what applies updates to the document, so that they meet what waits for them. */
  meet(apply: () => void): void;
}

/**
 * Keeps what waits apart from a document. Yjs would send it to everybody who opens the document, and
 * where it turns out to be broken, when its time comes, none of them could be in step again.
 */
export function keepWaitingApart(document: Y.Doc): KeptApart {
  const { store } = document;
  let kept = NOTHING;
  let meeting = false;
  document.on('afterTransaction', () => {
    const { pendingStructs, pendingDs } = store;
    // What is applied once more beside us waits in `kept` already.
    if (meeting) kept = { pendingStructs, pendingDs };
    Object.assign(store, NOTHING);
  });
  return {
    get bytes() {
      return (kept.pendingStructs?.update.length ?? 0) + (kept.pendingDs?.length ?? 0);
    },
    meet(apply) {
      Object.assign(store, kept);
      meeting = true;
      try {
        apply();
      } finally {
        meeting = false;
      }
    }
  };
}

/** A document as one update, without what waits in it. */
export function encodeWithoutWaiting(document: Y.Doc): Uint8Array {
  Object.assign(document.store, NOTHING);
  return Y.encodeStateAsUpdate(document);
}

/**
 * Whether an update rests on something that neither the document nor the update itself has: Yjs
 * would keep it, in silence, until that has come.
 */
export function restsOnMissing(
  document: Y.Doc,
  update: ReturnType<typeof Y.decodeUpdate>
): boolean {
  const known = new Map(Y.decodeStateVector(Y.encodeStateVector(document)));
  const has = (id: Y.ID | null) => id === null || id.clock < (known.get(id.client) ?? 0);
  for (const { id, length } of update.structs) {
    const clock = known.get(id.client) ?? 0;
    if (id.clock > clock) return true;
    known.set(id.client, Math.max(clock, id.clock + length));
  }
  const deletesKnown = [...update.ds.clients].every(([client, deletes]) =>
    deletes.every(({ clock, len }) => clock + len <= (known.get(client) ?? 0))
  );
  const structsKnown = update.structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true;
    const { origin, rightOrigin, parent } = struct;
    return has(origin) && has(rightOrigin) && (!(parent instanceof Y.ID) || has(parent));
  });
  return !deletesKnown || !structsKnown;
}
