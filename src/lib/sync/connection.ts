import { HocuspocusProvider } from '@hocuspocus/provider';
import type * as Y from 'yjs';
import { SYNC_VERSION } from '#lib/model/sync-version.ts';
import { watchMissing } from './missing-updates.ts';
import { createSource } from './observable.ts';
import type { Observable } from './observable.ts';
import { countPending } from './pending.ts';
import { createPeers } from './peers.ts';
import type { Peer, Presence } from './peers.ts';
import { watchRights } from './rights.ts';
import type { LinkRole } from './sharing.ts';
import { DROPPED, Socket } from './socket.ts';
import { SLOW, troubleOf } from './trouble.ts';
import type { SyncTrouble } from './trouble.ts';

/** Why the server let nobody in. Without the right secret it says no more than `refused`. */
export type ConnectionRefusal = 'refused' | 'expired' | 'stopped';

export interface SyncStatus {
  /** `refused` is final; after `offline` the connection comes back by itself. */
  readonly state: 'offline' | 'connecting' | 'connected' | 'refused';
  /** Edits that the server has not confirmed to have on its disk; at least 1 while that is unknown. */
  readonly pending: number;
  /** Whether `pending` only means that nobody knows what the server has. */
  readonly unsure: boolean;
  /** Why they do not get there; null where nothing but the network is in the way. */
  readonly trouble: SyncTrouble | null;
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

/** The address of the sync server of an origin, for a page that speaks a version of the protocol. */
export function syncAddress(origin: string, version = SYNC_VERSION): string {
  return `${origin.replace(/^http/, 'ws')}/sync?v=${version}`;
}

/**
 * Keeps the documents of a workbook in step with a server, until `disconnect`. They should hold what
 * is stored on the device already; `unsent` is how many edits of earlier times are known not to have
 * reached the server. `token` is one of those in `token.ts`.
 */
export function connect(options: {
  readonly url: string;
  readonly workbook: string;
  readonly documents: SharedDocuments;
  readonly token: string;
  readonly unsent?: number;
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
  const h = provide('h', documents.h);
  const providers = [d, ...(c ? [c] : []), h];
  const role = watchRights(d, c);
  const pending = countPending({ sheets: d, comments: c, log: h }, options.unsent ?? 0, () =>
    refresh()
  );
  const status = createSource<SyncStatus>({
    state: 'connecting',
    ...pending.count(),
    trouble: null,
    syncedAt: null
  });

  const refresh = (state = status.current().state, trouble = status.current().trouble) => {
    const before = status.current();
    const connected =
      (state === 'connecting' || state === 'connected') && providers.every((one) => one.isSynced);
    const settled = connected && pending.settled();
    const after: SyncStatus = {
      ...before,
      state: connected ? 'connected' : state,
      ...pending.count(),
      trouble: pending.withheld() ? 'withheld' : settled || trouble === 'withheld' ? null : trouble
    };
    watchSlowness(after, before);
    const newly = before.pending > 0 || before.state !== 'connected' || before.syncedAt === null;
    if (settled && newly) return status.set({ ...after, syncedAt: new Date() });
    if (!isSame(before, after)) status.set(after);
  };
  let ended = false;
  let slowness: ReturnType<typeof setTimeout> | undefined;
  const watchSlowness = (after: SyncStatus, before: SyncStatus) => {
    const due = after.state === 'connecting' || (after.state === 'connected' && after.pending > 0);
    const waits = due && after.trouble === null && !ended;
    // Whoever confirms one edit after the other is not slow, however many wait.
    if (!waits || after.pending < before.pending) {
      clearTimeout(slowness);
      slowness = undefined;
    }
    if (waits) slowness ??= setTimeout(() => refresh(status.current().state, 'slow'), SLOW);
  };
  // A new connection begins with everything that either side lacks.
  const stopWatching = watchMissing(Object.values(documents), () => {
    if (status.current().state === 'connected') socket.drop();
  });
  const end = (change: Partial<SyncStatus>) => {
    if (ended) return;
    ended = true;
    clearTimeout(slowness);
    stopWatching();
    providers.forEach((provider) => provider.destroy());
    socket.end();
    status.set({ ...status.current(), ...change });
  };
  const onDenied = ({ reason }: { reason: string }) => {
    if (isRefusal(reason)) return end({ state: 'refused', reason, trouble: null });
    refresh(status.current().state, 'unreadable');
    setTimeout(() => socket.drop(), RETRY_UNAVAILABLE);
  };

  for (const provider of providers) {
    provider.on('open', () => refresh('connecting'));
    provider.on('synced', () => refresh());
    provider.on('authenticated', peers.renew);
    provider.on('authenticationFailed', onDenied);
    provider.on('close', ({ event }: { event: { code: number; reason: string } }) => {
      if (ended) return;
      // What this side drops itself, it drops because of a trouble that is known.
      const known = event.code === DROPPED;
      const trouble = known ? status.current().trouble : troubleOf(event.code, event.reason);
      refresh('offline', trouble);
      // The server may have closed only this document, and then the provider would not come back.
      socket.drop(trouble);
    });
    provider.attach();
  }
  watchSlowness(status.current(), status.current());
  void socket.connect();

  return {
    status,
    role,
    peers,
    setPresence: peers.setPresence,
    disconnect() {
      pending.stop();
      end({ state: 'offline' });
    }
  };
}

function isRefusal(reason: string): reason is ConnectionRefusal {
  return REFUSALS.includes(reason);
}

function isSame(one: SyncStatus, other: SyncStatus): boolean {
  return (
    one.state === other.state &&
    one.pending === other.pending &&
    one.unsure === other.unsure &&
    one.trouble === other.trouble
  );
}
