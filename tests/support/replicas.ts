import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** A person with documents of their own, and what has not reached them yet. */
export interface Replica {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly log: Y.Doc;
  readonly document: WorkbookDocument;
  readonly inbox: { to: Y.Doc; update: Uint8Array }[];
}

/** Replicas that begin with the same workbook, filled in once and handed on, as a share does. */
export function replicasOf(workbook: Workbook, names: readonly string[]): Replica[] {
  const first = new Y.Doc();
  const firstLog = new Y.Doc();
  const author = { id: 'origin', name: '起草人' };
  new WorkbookDocument({ id: workbook.id, doc: first, log: firstLog, author }).fill(
    workbook,
    '新建'
  );
  const state = Y.encodeStateAsUpdate(first);
  const logState = Y.encodeStateAsUpdate(firstLog);
  const replicas = names.map((name) => makeReplica(workbook.id, name, state, logState));
  for (const replica of replicas) {
    const others = replicas.filter((other) => other !== replica);
    broadcast(replica.doc, others, (other) => other.doc);
    broadcast(replica.log, others, (other) => other.log);
  }
  return replicas;
}

/** Delivers the waiting updates of a replica in the order that `pick` chooses. */
export function deliver(replica: Replica, count: number, pick: (length: number) => number): void {
  for (let delivered = 0; delivered < count && replica.inbox.length > 0; delivered++) {
    const [next] = replica.inbox.splice(pick(replica.inbox.length), 1);
    Y.applyUpdate(next!.to, next!.update, 'network');
  }
}

/** Delivers everything to everybody. */
export function settle(replicas: readonly Replica[]): void {
  for (const replica of replicas) deliver(replica, Infinity, () => 0);
}

function makeReplica(id: string, name: string, state: Uint8Array, logState: Uint8Array): Replica {
  const doc = new Y.Doc();
  const log = new Y.Doc();
  Y.applyUpdate(doc, state, 'storage');
  Y.applyUpdate(log, logState, 'storage');
  const document = new WorkbookDocument({ id, doc, log, author: { id: name, name } });
  return { name, doc, log, document, inbox: [] };
}

function broadcast(doc: Y.Doc, others: readonly Replica[], pick: (other: Replica) => Y.Doc): void {
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') return;
    for (const other of others) other.inbox.push({ to: pick(other), update });
  });
}
