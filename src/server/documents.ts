import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Session } from './authentication.ts';
import type { Journal } from './journal.ts';

const UPDATES_BEFORE_FOLD = 500;

/** Told to a client whose document cannot be read just now; it may try again later. */
class Unavailable extends Error {
  readonly reason = 'unavailable';
}

/**
 * Documents live in the journal: an update is on the disk before Hocuspocus applies it, tells
 * others, or acknowledges it to its sender.
 */
export function documents(journal: Journal): Extension<Session> {
  return {
    async onLoadDocument({ document, documentName }) {
      try {
        const stored = journal.read(documentName);
        document.transact(() => stored.forEach((update) => Y.applyUpdate(document, update)));
      } catch (error) {
        throw new Unavailable(`${documentName}: ${String(error)}`);
      }
    },

    async beforeSync({ connection, document, documentName, type, payload }) {
      if (connection.readOnly || !bringsEdits(document, type, payload)) return;
      try {
        Y.decodeUpdate(payload);
        journal.append(documentName, payload);
      } catch (error) {
        // An update that is not on the disk is never acknowledged: the client comes back and sends
        // it again. Without a new socket its provider would wait for ever.
        connection.webSocket.close(1011, 'not stored');
        throw error;
      }
    },

    async onStoreDocument({ document, documentName }) {
      const last = document.getConnectionsCount() === 0;
      if (last || journal.length(documentName) >= UPDATES_BEFORE_FOLD) journal.fold(documentName);
    }
  };
}

/** The answer to a state vector repeats every deletion: it is journalled only where something in it is new. */
function bringsEdits(document: Y.Doc, type: number, update: Uint8Array): boolean {
  if (type === messageYjsUpdate) return true;
  if (type !== messageYjsSyncStep2) return false;
  return !Y.snapshotContainsUpdate(Y.snapshot(document), update);
}
