import type { Hocuspocus } from '@hocuspocus/server';
import type { Session } from './authentication.ts';
import type { Links } from './links.ts';

const INTERVAL = 1000;
/** Of the range that applications may use: after HTTP's Forbidden. */
const FORBIDDEN = 4403;

/**
 * Closes the connections of every link that has been stopped or has expired. The document's
 * connection goes first: a client that does not answer the closing of its socket has no rights left.
 */
export function closeEnded(hocuspocus: Hocuspocus<Session>, links: Links): void {
  for (const document of hocuspocus.documents.values()) {
    for (const connection of document.getConnections()) {
      const reason = connection.context.link && links.ended(connection.context.link);
      if (!reason) continue;
      connection.close({ code: FORBIDDEN, reason });
      connection.webSocket.close(FORBIDDEN, reason);
    }
  }
}

/** Repeats `closeEnded` every second, also for links stopped by another process. Returns its end. */
export function startSweep(hocuspocus: Hocuspocus<Session>, links: Links): () => void {
  const timer = setInterval(() => closeEnded(hocuspocus, links), INTERVAL);
  return () => clearInterval(timer);
}
