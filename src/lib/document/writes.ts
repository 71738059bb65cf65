import type * as Y from 'yjs';

/** The id of one write of a text: the session that wrote it, and its count there. */
export type WriteId = string;

/** Every key that was ever written, also those whose text is away. */
export function writtenKeys(map: Y.Map<string>): Iterable<string> {
  return map._map.keys();
}

/** The write that the text at a key comes from; empty where there is none. */
export function presentWrite(map: Y.Map<string>, key: string): WriteId {
  const item = map._map.get(key);
  return item ? idOf(item.lastId) : '';
}

/** Whether the text at a key is away while what took its place is still on its way. */
export function isAway(map: Y.Map<string>, key: string): boolean {
  return map._map.get(key)?.deleted ?? false;
}

/**
 * The writes at a key that lost against others made at the same time: each item of a Yjs map names the one
 * that its author saw, and nobody who wrote here has seen these. Yjs keeps no text of them, the log does.
 */
export function lostWrites(map: Y.Map<string>, key: string): readonly WriteId[] {
  const present = map._map.get(key);
  if (!present?.left || isAway(map, key)) return [];
  const overwritten: Y.Item[] = [];
  const seen = new Set(present.origin ? [idOf(present.origin)] : []);
  for (let item = present.left as Y.Item | null; item; item = item.left) {
    overwritten.push(item);
    if (item.origin) seen.add(idOf(item.origin));
  }
  return overwritten.map(({ lastId }) => idOf(lastId)).filter((id) => !seen.has(id));
}

function idOf({ client, clock }: Y.ID): WriteId {
  return `${client}.${clock}`;
}
