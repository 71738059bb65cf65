import { HocuspocusProvider } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import { trackAcknowledgement } from './acknowledgement.ts';
import { watchMissing } from './missing-updates.ts';
import { createSource } from './observable.ts';
import type { Observable } from './observable.ts';
import { createPeers } from './peers.ts';
import type { Peer, Presence } from './peers.ts';
import { watchRights } from './rights.ts';
import type { LinkRole } from './sharing.ts';
import { Socket } from './socket.ts';

/** Why the server let nobody in. Without the right secret it says no more than `refused`. */
export type ConnectionRefusal = 'refused' | 'expired' | 'stopped';

export interface SyncStatus {
  /** `refused` is final; after `offline` the connection comes back by itself. */
  readonly state: 'offline' | 'connecting' | 'connected' | 'refused';
  /** Edits that the server has not confirmed to have on its disk; at least 1 while that is unknown. */
  readonly pending: number;
  /** When the server last had everything on its disk, or null before that has happened once. */
  readonly syncedAt: Date | null;
  readonly reason?: ConnectionRefusal;
}

/** The shared documents of a workbook: sheets, log, and, where used, comments. */
export interface SharedDocuments {
  readonly d: Y.Doc;
  readonly h: Y.Doc;
  readonly c?: Y.Doc;
}

export interface Connection {
  readonly status: Observable<SyncStatus>;
  /** What the server lets one do, as it said when it last let one in; null before. An owner edits. */
  readonly role: Observable<LinkRole | null>;
  /** The others who are here now. */
  readonly peers: Observable<readonly Peer[]>;
  setPresence(presence: Presence): void;
  /** Ends the connection; the documents stay as they are. */
  disconnect(): void;
}

const RETRY_UNAVAILABLE = 3000;
const REFUSALS: readonly string[] = ['refused', 'expired', 'stopped'];

/** The address of the sync server of an origin. */
export function syncAddress(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/sync`;
}

/**
 * Keeps the documents of a workbook in step with a server, until `disconnect`. They should hold what
 * is stored on the device already. `token` is what `linkToken` or `ownerToken` makes.
 */
export function connect(options: {
  readonly url: string;
  readonly workbook: string;
  readonly documents: SharedDocuments;
  readonly token: string;
}): Connection {
  const { url, workbook, documents, token } = options;
  const socket = new Socket(url);
  const peers = createPeers(documents.d);
  const provide = (kind: keyof SharedDocuments, document: Y.Doc) =>
    new HocuspocusProvider({
      websocketProvider: socket,
      name: `${kind}.${workbook}`,
      document,
      awareness: kind === 'd' ? peers.awareness : null,
      token
    });
  const d = provide('d', documents.d);
  const c = documents.c && provide('c', documents.c);
  const providers = [d, ...(c ? [c] : []), provide('h', documents.h)];
  const role = watchRights(d, c);
  const tracked = providers.map((provider) => trackAcknowledgement(provider, () => refresh()));
  const pending = () => tracked.reduce((sum, one) => sum + one.pending(), 0);
  const status = createSource<SyncStatus>({
    state: 'connecting',
    pending: pending(),
    syncedAt: null
  });

  const refresh = (state = status.current().state) => {
    const before = status.current();
    const connected = state !== 'offline' && providers.every((provider) => provider.isSynced);
    const after = {
      ...before,
      state: connected ? 'connected' : state,
      pending: pending()
    } as const;
    const settled = connected && tracked.every((one) => one.settled());
    const newly = before.pending > 0 || before.state !== 'connected' || before.syncedAt === null;
    if (settled && newly) return status.set({ ...after, syncedAt: new Date() });
    if (before.state !== after.state || before.pending !== after.pending) status.set(after);
  };
  // A new connection begins with everything that either side lacks.
  const stopWatching = watchMissing(Object.values(documents), () => {
    if (status.current().state === 'connected') socket.drop();
  });
  let ended = false;
  const end = (change: Partial<SyncStatus>) => {
    if (ended) return;
    ended = true;
    tracked.forEach((one) => one.stop());
    stopWatching();
    providers.forEach((provider) => provider.destroy());
    socket.end();
    status.set({ ...status.current(), ...change });
  };
  const onDenied = ({ reason }: { reason: string }) => {
    if (!isRefusal(reason)) return void setTimeout(socket.drop, RETRY_UNAVAILABLE);
    end({ state: 'refused', reason });
  };

  for (const provider of providers) {
    provider.on('open', () => refresh('connecting'));
    provider.on('synced', () => refresh());
    provider.on('authenticated', peers.renew);
    provider.on('authenticationFailed', onDenied);
    provider.on('close', () => {
      refresh('offline');
      // The server may have closed only this document, and then the provider would not come back.
      socket.drop();
    });
    provider.attach();
  }
  void socket.connect();

  return {
    status,
    role,
    peers,
    setPresence: peers.setPresence,
    disconnect: () => end({ state: 'offline' })
  };
}

function isRefusal(reason: string): reason is ConnectionRefusal {
  return REFUSALS.includes(reason);
}
