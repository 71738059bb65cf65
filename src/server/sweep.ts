import type { Hocuspocus } from '@hocuspocus/server';
import type { Session } from './authentication.ts';
import type { Links, Refusal } from './links.ts';
import type { Log } from './log.ts';

const INTERVAL = 1000;
/** Of the range that applications may use: after HTTP's Forbidden. */
const FORBIDDEN = 4403;

/**
 * Closes the connections of every link that has been stopped or has expired, and of every owner key
 * that has been replaced. The document's connection goes first: a client that does not answer the
 * closing of its socket has no rights left.
 */
export function closeEnded(hocuspocus: Hocuspocus<Session>, links: Links, log: Log): void {
  for (const document of hocuspocus.documents.values()) {
    // A whole office may have come by one link: it is looked up once.
    const reasons = new Map<string | null, Refusal | null>();
    for (const connection of document.getConnections()) {
      const way = connection.context.link ?? connection.context.ownerHash;
      const known = reasons.get(way);
      const reason =
        known === undefined ? whyEnded(links, connection.context, document.name) : known;
      reasons.set(way, reason);
      if (!reason) continue;
      log('link-ended', { connection: connection.context.visitor.number, reason });
      connection.close({ code: FORBIDDEN, reason });
      connection.webSocket.close(FORBIDDEN, reason);
    }
  }
}

function whyEnded(links: Links, { link, ownerHash }: Session, name: string): Refusal | null {
  if (link !== null) return links.ended(link);
  const workbook = name.slice(name.indexOf('.') + 1);
  return ownerHash !== null && links.stillOwns(workbook, ownerHash) ? null : 'refused';
}

/**
 * Repeats `closeEnded` every second, also for what another process has ended. Returns its end.
 */
export function startSweep(hocuspocus: Hocuspocus<Session>, links: Links, log: Log): () => void {
  const timer = setInterval(() => closeEnded(hocuspocus, links, log), INTERVAL);
  return () => clearInterval(timer);
}
