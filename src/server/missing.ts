import * as Y from 'yjs';

/** What updates that wait for others may take of a document, in bytes. */
export const MOST_WAITING = 1024 * 1024;

/** How many bytes of a document wait for updates that have not come. */
export function waitingBytes({ store }: Y.Doc): number {
  return (store.pendingStructs?.update.length ?? 0) + (store.pendingDs?.length ?? 0);
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
