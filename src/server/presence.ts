import type { Document, Extension } from '@hocuspocus/server';
import type { Session } from './authentication.ts';

const LARGEST_STATE = 1024;

/**
 * Presence belongs to its connection: one small state each, and none under the id of somebody who
 * came by another link. What a state must have is `peer`; Hocuspocus adds an empty one of its own to
 * every message it decodes, which goes the same way as the forged ones.
 */
export function presence(): Extension<Session> {
  return {
    async beforeHandleAwareness({ connection, document, states }) {
      if (!connection) return;
      const owned = document.getClients(connection);
      for (const [client, state] of states) {
        const mine = owned.size === 0 || owned.has(client);
        const small = 'peer' in state && JSON.stringify(state).length <= LARGEST_STATE;
        const free = !heldByOthers(document, client, connection.context.link);
        // Hocuspocus counts only ids it has never seen, and would leave the ghost of one that came back.
        if (mine && small && free) owned.add(client);
        else states.delete(client);
      }
    }
  };
}

function heldByOthers(document: Document, client: number, link: string | null): boolean {
  return document
    .getConnections()
    .some((other) => other.context.link !== link && document.getClients(other).has(client));
}
