import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { createSource } from './observable.ts';
import type { Observable } from './observable.ts';

/** What a person shows of themselves: a name, a colour, and the cell they are in. */
export interface Presence {
  readonly name: string;
  readonly colour: string;
  readonly sheet: string | null;
  readonly row: string | null;
  readonly column: string | null;
}

/** Another person here now. `id` lasts as long as their page is open. */
export interface Peer extends Presence {
  readonly id: number;
}

export interface Peers extends Observable<readonly Peer[]> {
  readonly awareness: Awareness;
  setPresence(presence: Presence): void;
  /** Shows oneself again to those who took the loss of the connection for a leaving. */
  renew(): void;
}

const LONGEST_TEXT = 64;

/** The people at a document, oneself left out, in a stable order. */
export function createPeers(document: Y.Doc): Peers {
  const awareness = new Awareness(document);
  // Others keep the last clock of an id they have seen and ignore what is older. A document that is
  // connected a second time in a page keeps its id, so the clock begins at the time.
  awareness.meta.set(awareness.clientID, { clock: Date.now(), lastUpdated: Date.now() });
  awareness.setLocalState(null);
  const peers = createSource<readonly Peer[]>([]);
  awareness.on('change', ({ added, updated, removed }: Record<string, number[]>) => {
    const others = [added, updated, removed].some((ids) =>
      ids?.some((id) => id !== awareness.clientID)
    );
    // One's own moves from cell to cell change nothing that others show.
    if (others) peers.set(readPeers(awareness));
  });
  return {
    awareness,
    setPresence: ({ name, colour, sheet, row, column }) =>
      awareness.setLocalState({
        peer: { name: [...name].slice(0, LONGEST_TEXT).join(''), colour, sheet, row, column }
      }),
    renew() {
      const own = awareness.getLocalState();
      if (own) awareness.setLocalState(own);
    },
    current: peers.current,
    subscribe: peers.subscribe
  };
}

function readPeers(awareness: Awareness): readonly Peer[] {
  return [...awareness.getStates()]
    .filter(([id]) => id !== awareness.clientID)
    .flatMap(([id, state]) => readPeer(id, state.peer) ?? [])
    .sort((one, other) => one.id - other.id);
}

/** Null where a state is not what this program sends: it comes from whoever has the link. */
function readPeer(id: number, value: unknown): Peer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, colour, sheet = null, row = null, column = null } = value as Partial<Presence>;
  if (!isShortText(name) || !isShortText(colour)) return null;
  const places = [sheet, row, column];
  if (!places.every((place) => place === null || isShortText(place))) return null;
  return { id, name, colour, sheet, row, column };
}

/** In UTF-16 units, of which a character may take two. */
function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2 * LONGEST_TEXT;
}
