import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { connect, syncAddress } from '#lib/sync/connection.ts';
import type { Connection, SyncStatus } from '#lib/sync/connection.ts';

/** Somebody at a workbook, connected as the app connects. */
export interface Colleague {
  readonly documents: { readonly d: Y.Doc; readonly h: Y.Doc };
  readonly connection: Connection;
}

/** Connects somebody who has nothing of the workbook, and waits until they have all of it. */
export async function join(origin: string, workbook: string, token: string): Promise<Colleague> {
  const documents = { d: new Y.Doc(), h: new Y.Doc() };
  const connection = connect({ url: syncAddress(origin), workbook, documents, token });
  await synced(connection);
  return { documents, connection };
}

/** The workbook of a colleague, edited and logged as the app does. */
export function openDocument({ documents: { d, h } }: Colleague, id: string): WorkbookDocument {
  const author = { id: 'bench', name: '测速' };
  return new WorkbookDocument({ id, doc: d, log: h, comments: new Y.Doc(), author });
}

/** Fills the workbook of a colleague who has it open, and waits until the server has it. */
export async function share(colleague: Colleague, workbook: Workbook): Promise<void> {
  const document = openDocument(colleague, workbook.id);
  document.fill(workbook, '新建');
  document.close();
  await synced(colleague.connection);
}

/** Waits until the server has confirmed everything. */
export function synced({ status }: Connection): Promise<void> {
  return new Promise((resolve) => {
    const isSynced = ({ state, pending }: SyncStatus) => state === 'connected' && pending === 0;
    if (isSynced(status.current())) return resolve();
    const stop = status.subscribe((current) => {
      if (!isSynced(current)) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}
