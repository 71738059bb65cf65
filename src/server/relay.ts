import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { Hocuspocus } from '@hocuspocus/server';
import type { WebSocketLike } from '@hocuspocus/server';
import type { Peer } from 'crossws';
import nodeAdapter from 'crossws/adapters/node';
import { SYNC_VERSION } from '#lib/model/sync-version.ts';
import { authentication } from './authentication.ts';
import type { Door, Session } from './authentication.ts';
import { documents } from './documents.ts';
import { isKnownFrame } from './frame.ts';
import type { Journal } from './journal.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { Limits } from './limits.ts';
import { errorFields } from './log.ts';
import type { RefusalKind } from './metrics.ts';
import { presence } from './presence.ts';
import type { Visitor, Visitors } from './visitors.ts';

/** Above the largest document: a client repeats a frame that is too large for ever. */
const LARGEST_FRAME = 32 * 1024 * 1024;
/** A hidden tab may get one timer a minute, with which it shows that it is there. */
const SILENCE = 150_000;
const GOING_AWAY = 1001;
const AGAINST_THE_RULES = 1008;
const TRY_LATER = 1013;
/** Of the range that applications may use: after HTTP's Upgrade Required. */
const OTHER_VERSION = 4426;
/** How long a socket that is sent away may take to say goodbye. */
const FAREWELL = 1000;
/** How long the end of the program waits for documents to be stored: the journal has them anyway. */
const PATIENCE = 3000;

export interface Relay {
  readonly hocuspocus: Hocuspocus<Session>;
  /** Takes over the socket of an upgrade request. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Handles what has been sent, then closes every socket and waits until documents are stored. */
  close(): Promise<void>;
}

/** Hocuspocus behind a WebSocket, with the project's own rights, limits, journal and presence. */
export function createRelay(
  journal: Journal,
  writer: JournalWriter,
  door: Door,
  visitors: Visitors,
  limits: Limits
): Relay {
  const { log, metrics } = door;
  let onUnload = () => {};
  const hocuspocus = new Hocuspocus<Session>({
    extensions: [authentication(door), presence(), documents(journal, writer, log, metrics)],
    afterUnloadDocument: async () => onUnload(),
    timeout: SILENCE,
    maxPendingDocuments: limits.documentsPerConnection
  });
  type Client = ReturnType<typeof hocuspocus.handleConnection>;
  const clients = new Map<Peer, { client: Client; visitor: Visitor; deadline: NodeJS.Timeout }>();

  const forget = (peer: Peer, code: number, reason: string) => {
    const known = clients.get(peer);
    if (!known) return;
    clearTimeout(known.deadline);
    clients.delete(peer);
    known.client.handleClose({ code, reason });
    visitors.leave(known.visitor);
    log('connection-closed', { connection: known.visitor.number, code });
  };
  const sendAway = (peer: Peer, kind: RefusalKind, code = AGAINST_THE_RULES) => {
    metrics.refused(kind);
    forget(peer, code, kind);
    peer.close(code, kind);
    setTimeout(() => peer.terminate(), FAREWELL).unref();
  };

  const sockets = nodeAdapter({
    serverOptions: { maxPayload: LARGEST_FRAME },
    hooks: {
      open(peer) {
        const version = versionOf(peer.request.url);
        if (version !== SYNC_VERSION) {
          metrics.refused('version');
          return peer.close(OTHER_VERSION, version < SYNC_VERSION ? 'newer' : 'older');
        }
        const visitor = visitors.enter(peer.remoteAddress ?? '');
        if (typeof visitor === 'string') return sendAway(peer, visitor, TRY_LATER);
        // Hocuspocus gives the rest of the session when a token has been shown.
        const session = { visitor } as Session;
        const socket = peer.websocket as WebSocketLike;
        const client = hocuspocus.handleConnection(socket, peer.request, session);
        const deadline = setTimeout(() => {
          if (!visitor.admitted()) sendAway(peer, 'silent');
        }, limits.silence);
        clients.set(peer, { client, visitor, deadline });
        log('connection-opened', { connection: visitor.number, address: visitor.address });
      },
      message(peer, message) {
        const known = clients.get(peer);
        if (!known) return;
        const frame = message.uint8Array();
        if (!known.visitor.maySend(frame.length)) return sendAway(peer, 'rate');
        if (!isKnownFrame(frame)) return sendAway(peer, 'malformed');
        known.client.handleMessage(frame);
      },
      close: (peer, { code = GOING_AWAY, reason = '' }) => forget(peer, code, reason),
      error(_peer, error) {
        metrics.refused('malformed');
        log('refused', { reason: 'malformed', ...errorFields(error.cause ?? error) });
      }
    }
  });

  return {
    hocuspocus,
    accept: (request, socket, head) => void sockets.handleUpgrade(request, socket, head),
    async close() {
      const unloaded = new Promise<void>((resolve) => {
        onUnload = () => hocuspocus.getDocumentsCount() === 0 && resolve();
        onUnload();
      });
      const patience = new AbortController();
      const end = after(PATIENCE, null, { signal: patience.signal });
      await Promise.race([settled(hocuspocus), end]);
      for (const peer of [...clients.keys()]) forget(peer, GOING_AWAY, 'stopping');
      sockets.closeAll(GOING_AWAY, 'stopping');
      await Promise.race([unloaded, end]);
      patience.abort();
      sockets.closeAll(GOING_AWAY, '', true);
    }
  };
}

/** The version of the protocol that a page speaks; the first did not say. */
function versionOf(address: string): number {
  return Number(new URL(address, 'http://localhost').searchParams.get('v') ?? 1);
}

/** Waits until every message that has arrived is stored and answered, or refused. */
async function settled(hocuspocus: Hocuspocus<Session>): Promise<void> {
  const connections = [...hocuspocus.documents.values()].flatMap((one) => one.getConnections());
  await Promise.all(connections.map((connection) => connection.waitForPendingMessages()));
}
