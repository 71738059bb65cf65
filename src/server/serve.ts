import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createApi } from './api.ts';
import { createJournal } from './journal.ts';
import { createLinks } from './links.ts';
import { listen } from './listen.ts';
import { isAllowedOrigin } from './origins.ts';
import { createPages } from './pages.ts';
import { createRelay } from './relay.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store.ts';
import { closeEnded, startSweep } from './sweep.ts';

export interface RunningServer {
  /** The port it got. */
  readonly port: number;
  /** Closes every connection, folds the journal, and closes the store. */
  close(): Promise<void>;
}

/**
 * Starts pages, sharing and sync on one port.
 *
 * @throws StartFault with a sentence for the person who starts it.
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const pages = createPages(settings.build);
  const store = openStore(settings.data);
  const journal = createJournal(store);
  const links = createLinks(store);
  const relay = createRelay(journal, links);
  const api = createApi(links, () => closeEnded(relay.hocuspocus, links));

  const http = createServer(async (request, response) => {
    const path = pathOf(request.url);
    try {
      await (path.startsWith('/api/') ? api : pages)(request, response, path);
    } catch (error) {
      console.error(error);
      response.destroy();
    }
  });
  http.on('upgrade', (request, socket, head) => {
    const { origin, host } = request.headers;
    if (pathOf(request.url) !== '/sync') return reject(socket, '404 Not Found');
    if (!isAllowedOrigin(origin, host, settings.origins)) return reject(socket, '403 Forbidden');
    relay.accept(request, socket, head);
  });

  try {
    await listen(http, settings);
  } catch (error) {
    store.close();
    throw error;
  }
  const endSweep = startSweep(relay.hocuspocus, links);

  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      endSweep();
      http.close();
      const closed = once(http, 'close');
      http.closeAllConnections();
      await Promise.all([closed, relay.close()]);
      journal.foldAll();
      store.close();
    }
  };
}

function pathOf(url = '/'): string {
  return url.split('?', 1)[0] ?? '/';
}

function reject(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
