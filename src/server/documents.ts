import type { Connection, Document, Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Session } from './authentication.ts';
import type { Journal } from './journal.ts';
import type { JournalWriter } from './journal-writer.ts';
import { errorFields, shortName } from './log.ts';
import type { Log } from './log.ts';
import type { Metrics, RefusalKind } from './metrics.ts';
import { keepWaitingApart, MOST_WAITING, restsOnMissing } from './missing.ts';
import type { KeptApart } from './missing.ts';

const UPDATES_BEFORE_FOLD = 500;
const INTERNAL_ERROR = 1011;
const TOO_LARGE = 1009;
/** In bytes. Below what one frame brings: a client must be able to give back what the server has lost. */
const LARGEST_DOCUMENT = 30 * 1024 * 1024;

/**
 * Told to a client whose document cannot be read just now; it may try again later. No message, since
 * Hocuspocus would print it.
 */
class Unavailable extends Error {
  readonly reason = 'unavailable';
}

/** Why an update was not taken. */
class NotTaken extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind) {
    super();
    this.kind = kind;
  }
}

/**
 * Documents live in the journal: an update is applied and told to others at once, and acknowledged to
 * its sender when it is on the disk. It is applied here, because Hocuspocus would acknowledge also
 * what cannot be applied.
 */
export function documents(
  journal: Journal,
  writer: JournalWriter,
  log: Log,
  metrics: Metrics
): Extension<Session> {
  /** Why a document is not as it is on the disk, and never will be: it is read anew from there. */
  const spoilt = new WeakMap<Document, RefusalKind>();
  /** When everything that a document has so far is on the disk. */
  const stored = new WeakMap<Document, Promise<void>>();
  const waiting = new WeakMap<Document, KeptApart>();
  /** Names of documents in which something waits, on the disk too, that may be broken. */
  const suspect = new Set<string>();
  /** At most how many bytes a document has. */
  const sizes = new WeakMap<Document, number>();

  const makeRoom = (document: Document, { length }: Uint8Array) => {
    let size = sizes.get(document) ?? 0;
    if (size + length > LARGEST_DOCUMENT) size = Y.encodeStateAsUpdate(document).length;
    if (size + length > LARGEST_DOCUMENT) throw new NotTaken('large');
    sizes.set(document, size + length);
  };

  const take = (connection: Connection, document: Document, update: Uint8Array) => {
    const decoded = attempt('malformed', () => Y.decodeUpdate(update));
    const apart = waiting.get(document);
    if (!apart) throw new Error(`${shortName(document.name)} was not read`);
    const before = apart.bytes;
    const tooMuch = before + update.length > MOST_WAITING;
    if (tooMuch && restsOnMissing(document, decoded)) throw new NotTaken('missing');
    makeRoom(document, update);
    try {
      apart.meet(() => Y.applyUpdate(document, update, { source: 'connection', connection }));
    } catch (error) {
      spoilt.set(document, 'malformed');
      // It may not be this one that is broken, but one that has waited for it.
      if (before > 0) suspect.add(document.name);
      log('not-applied', { document: shortName(document.name), ...errorFields(error) });
      throw new NotTaken('malformed');
    }
    stored.set(document, store(document, update));
  };

  const refuseSpoilt = (document: Document) => {
    const kind = spoilt.get(document);
    if (kind) throw new NotTaken(kind);
  };

  const store = async (document: Document, update: Uint8Array) => {
    try {
      await writer.append(document.name, update);
    } catch {
      spoilt.set(document, 'storage');
      throw new NotTaken('storage');
    }
    metrics.acknowledged();
  };

  return {
    async onAuthenticate({ documentName, instance }) {
      const open = instance.documents.get(documentName);
      if (open && spoilt.has(open)) throw new Unavailable();
    },

    async onLoadDocument({ document, documentName }) {
      try {
        if (suspect.has(documentName)) await writer.dropWaiting(documentName);
        suspect.delete(documentName);
        const stored = journal.read(documentName);
        const apart = keepWaitingApart(document);
        apart.meet(() =>
          document.transact(() => stored.forEach((update) => Y.applyUpdate(document, update)))
        );
        waiting.set(document, apart);
        sizes.set(
          document,
          stored.reduce((sum, { length }) => sum + length, 0)
        );
      } catch (error) {
        log('not-loaded', { document: shortName(documentName), ...errorFields(error) });
        metrics.refused('storage');
        throw new Unavailable();
      }
    },

    async beforeSync({ connection, document, type, payload }) {
      if (type === messageYjsSyncStep1) return;
      try {
        refuseSpoilt(document);
        const edits =
          !connection.readOnly && attempt('malformed', () => bringsEdits(document, type, payload));
        if (edits) take(connection, document, payload);
        // What was known already may have come only now, from somebody else.
        await stored.get(document);
        refuseSpoilt(document);
      } catch (error) {
        const kind = error instanceof NotTaken ? error.kind : 'storage';
        metrics.refused(kind);
        log('not-stored', { document: shortName(document.name), reason: kind });
        // An update that is not on the disk is never acknowledged: the client comes back and sends
        // it again. Without a new socket its provider would wait for ever.
        if (kind === 'large') connection.webSocket.close(TOO_LARGE, 'document is full');
        else connection.webSocket.close(INTERNAL_ERROR, 'not stored');
        if (spoilt.has(document)) closeAll(document);
        throw error;
      }
    },

    async onStoreDocument({ document, documentName }) {
      const last = document.getConnectionsCount() === 0;
      const updates = await writer.fold(documentName, last ? 1 : UPDATES_BEFORE_FOLD);
      if (updates > 0) log('folded', { document: shortName(documentName), updates });
    }
  };
}

/** Sends everybody away from a document; with the last one it leaves the memory. */
function closeAll(document: Document): void {
  for (const other of document.getConnections()) {
    other.webSocket.close(INTERNAL_ERROR, 'document is read again');
    other.close();
  }
}

function attempt<T>(kind: RefusalKind, work: () => T): T {
  try {
    return work();
  } catch {
    throw new NotTaken(kind);
  }
}

/** The answer to a state vector repeats every deletion: it is journalled only where something in it is new. */
function bringsEdits(document: Y.Doc, type: number, update: Uint8Array): boolean {
  if (type === messageYjsUpdate) return true;
  return !Y.snapshotContainsUpdate(Y.snapshot(document), update);
}
