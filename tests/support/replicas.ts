import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Author } from '#lib/model/author.ts';
import type { Workbook } from '#lib/model/workbook.ts';

const SHARED = ['doc', 'comments', 'log'] as const;

/** A person with documents of their own, and what has not reached them yet. */
export interface Replica {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly comments: Y.Doc;
  readonly log: Y.Doc;
  readonly document: WorkbookDocument;
  /** Opens the document anew, as after a reload. */
  restart(): void;
  readonly inbox: { to: Y.Doc; update: Uint8Array }[];
}

/** Replicas that begin with the same workbook, filled in once and handed on, as a share does. */
export function replicasOf(workbook: Workbook, names: readonly string[]): Replica[] {
  const author = { id: 'origin', name: '起草人' };
  const first = documentsOf(workbook.id, author);
  first.document.fill(workbook, '新建');
  const replicas = names.map((name) => ({
    name,
    inbox: [],
    ...documentsOf(workbook.id, { id: name, name }, first)
  }));
  for (const replica of replicas) {
    const others = replicas.filter((other) => other !== replica);
    for (const kind of SHARED) broadcast(replica[kind], others, (other) => other[kind]);
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

function documentsOf(id: string, author: Author, from?: Pick<Replica, (typeof SHARED)[number]>) {
  const [doc, comments, log] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const documents = { doc, comments, log };
  for (const kind of from ? SHARED : []) {
    Y.applyUpdate(documents[kind], Y.encodeStateAsUpdate(from![kind]), 'storage');
  }
  const open = () => new WorkbookDocument({ id, ...documents, author });
  return {
    ...documents,
    document: open(),
    restart() {
      this.document.close();
      this.document = open();
    }
  };
}

function broadcast(doc: Y.Doc, others: readonly Replica[], pick: (other: Replica) => Y.Doc): void {
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') return;
    for (const other of others) other.inbox.push({ to: pick(other), update });
  });
}
