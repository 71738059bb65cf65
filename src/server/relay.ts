import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Hocuspocus } from '@hocuspocus/server';
import type { WebSocketLike } from '@hocuspocus/server';
import type { Peer } from 'crossws';
import nodeAdapter from 'crossws/adapters/node';
import { authentication } from './authentication.ts';
import type { Session } from './authentication.ts';
import { documents } from './documents.ts';
import type { Journal } from './journal.ts';
import type { Links } from './links.ts';
import { presence } from './presence.ts';

/** Above the largest document: a client repeats a frame that is too large for ever. */
const LARGEST_FRAME = 32 * 1024 * 1024;
/** A hidden tab may get one timer a minute, with which it shows that it is there. */
const SILENCE = 150_000;
const DOCUMENTS_PER_SOCKET = 8;
const GOING_AWAY = 1001;
/** How long the end of the program waits for documents to be stored: the journal has them anyway. */
const PATIENCE = 3000;

export interface Relay {
  readonly hocuspocus: Hocuspocus<Session>;
  /** Takes over the socket of an upgrade request. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket and waits until what they had sent is handled. */
  close(): Promise<void>;
}

/** Hocuspocus behind a WebSocket, with the project's own rights, journal and presence. */
export function createRelay(journal: Journal, links: Links): Relay {
  let onUnload = () => {};
  const hocuspocus = new Hocuspocus<Session>({
    extensions: [authentication(links), presence(), documents(journal)],
    afterUnloadDocument: async () => onUnload(),
    timeout: SILENCE,
    maxPendingDocuments: DOCUMENTS_PER_SOCKET
  });
  const clients = new Map<Peer, ReturnType<typeof hocuspocus.handleConnection>>();
  const sockets = nodeAdapter({
    serverOptions: { maxPayload: LARGEST_FRAME },
    hooks: {
      open(peer) {
        const socket = peer.websocket as WebSocketLike;
        clients.set(peer, hocuspocus.handleConnection(socket, peer.request));
      },
      message: (peer, message) => clients.get(peer)?.handleMessage(message.uint8Array()),
      close(peer, { code = GOING_AWAY, reason = '' }) {
        clients.get(peer)?.handleClose({ code, reason });
        clients.delete(peer);
      },
      error: (_peer, error) => console.error(error.message)
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
      for (const client of clients.values()) client.handleClose({ code: GOING_AWAY, reason: '' });
      sockets.closeAll(GOING_AWAY);
      await Promise.race([unloaded, setTimeout(PATIENCE, null, { signal: patience.signal })]);
      patience.abort();
      sockets.closeAll(GOING_AWAY, '', true);
    }
  };
}
