import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createApi } from './api.ts';
import type { Door } from './authentication.ts';
import { readClaimPassword } from './claim-password.ts';
import { createGuesses } from './guesses.ts';
import { createJournal } from './journal.ts';
import { startJournalWriter } from './journal-writer.ts';
import { createLinks } from './links.ts';
import { listen } from './listen.ts';
import { createLog, errorFields } from './log.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { isAllowedOrigin } from './origins.ts';
import { createPages } from './pages.ts';
import { createRelay } from './relay.ts';
import { markInUse } from './running.ts';
import type { Settings } from './settings.ts';
import { createStatus } from './status.ts';
import { openStore } from './store.ts';
import { closeEnded, startSweep } from './sweep.ts';
import { createWebServer } from './tls.ts';
import { createVisitors } from './visitors.ts';

/** Milliseconds in which a whole request has to come. */
const WHOLE_REQUEST = 30_000;
/** Milliseconds that folding may take at the end: what is left stays in the journal. */
const FOLDING = 3000;
/** Requests beside the sync connections. */
const REQUESTS = 1000;

export interface RunningServer {
  /** The port it got. */
  readonly port: number;
  /** Reads the certificate again. */
  reloadCertificate(): void;
  /**
   * Takes nothing new, stores and answers what has come, closes every connection, folds the journal,
   * and closes the store.
   */
  close(): Promise<void>;
}

/**
 * Starts pages, sharing and sync on one port.
 *
 * @throws StartFault with a sentence for the person who starts it.
 */
export async function startServer(
  settings: Settings,
  log: Log = createLog(settings.log)
): Promise<RunningServer> {
  const pages = createPages(settings.build);
  const { claimPassword: passwordFile } = settings;
  const password = passwordFile === null ? null : readClaimPassword(passwordFile);
  const store = openStore(settings.data, settings.dataLimit);
  const markEnd = markInUse(settings.data);
  const journal = createJournal(store);
  const writer = startJournalWriter({ folder: settings.data, limit: settings.dataLimit });
  const closeStore = async () => {
    await writer.end();
    store.close();
    markEnd();
  };
  const door: Door = {
    links: createLinks(store),
    log,
    metrics: createMetrics(),
    guesses: createGuesses()
  };
  const visitors = createVisitors(settings.limits);
  const relay = createRelay(journal, writer, door, visitors, settings.limits);
  const { hocuspocus } = relay;
  const terms = { password, workbooks: settings.limits.workbooks };
  const api = createApi(door, terms, () => closeEnded(hocuspocus, door.links, log));
  const status = createStatus(journal, door.metrics, () => ({
    connections: visitors.count(),
    open_documents: hocuspocus.getDocumentsCount()
  }));

  const allowed = ({ headers: { origin, host } }: IncomingMessage) => {
    const isAllowed = isAllowedOrigin(origin, host, settings.origins);
    if (!isAllowed) door.metrics.refused('origin');
    return isAllowed;
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request.url);
    if (status.answers(path)) return status.answer(response, path);
    if (!path.startsWith('/api/')) return pages(request, response, path);
    if (!allowed(request)) return void response.writeHead(403).end();
    return api(request, response, path);
  };

  try {
    const { connections, silence } = settings.limits;
    const timeouts = {
      headersTimeout: silence,
      requestTimeout: WHOLE_REQUEST,
      connectionsCheckingInterval: Math.min(silence, 1000)
    };
    const web = createWebServer(settings.tls, timeouts, onRequest, log);
    web.server.maxConnections = connections + REQUESTS;
    web.server.on('upgrade', (request, socket, head) => {
      if (pathOf(request.url) !== '/sync') return reject(socket, '404 Not Found');
      if (!allowed(request)) return reject(socket, '403 Forbidden');
      relay.accept(request, socket, head);
    });
    await listen(web.server, settings);
    const endSweep = startSweep(hocuspocus, door.links, log);
    const { port } = web.server.address() as AddressInfo;
    log('started', { port, tls: settings.tls === null ? 0 : 1 });
    return {
      port,
      reloadCertificate: web.reload,
      async close() {
        log('stopping', { connections: visitors.count() });
        endSweep();
        web.stopWatching();
        web.server.close();
        const closed = once(web.server, 'close');
        web.server.closeAllConnections();
        await Promise.all([closed, relay.close()]);
        await foldAll();
        await closeStore();
        log('stopped');
      }
    };
  } catch (error) {
    await closeStore();
    throw error;
  }

  /** What cannot be folded, on a full disk or in a damaged document, stays in the journal. */
  async function foldAll() {
    try {
      await writer.foldAll(FOLDING);
    } catch (error) {
      log('fault', errorFields(error));
    }
  }

  async function onRequest(request: IncomingMessage, response: ServerResponse) {
    try {
      await answer(request, response);
    } catch (error) {
      log('fault', errorFields(error));
      response.destroy();
    }
  }
}

function pathOf(url = '/'): string {
  return url.split('?', 1)[0] ?? '/';
}

function reject(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
