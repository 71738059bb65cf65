import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { LogEntry } from '#lib/document/log.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createJournal } from '#server/journal.ts';
import { createLinks, type ListedLink } from '#server/links.ts';
import { openStore } from '#server/store.ts';
import type { ServerProcess } from './server.ts';

const KINDS = ['d', 'c', 'h'] as const;

/** What is kept of a workbook: its content, and the log of what was done in it, oldest first. */
export interface Stored {
  readonly workbook: Workbook;
  readonly entries: readonly LogEntry[];
  /** The texts that lost against others written at the same time, and are listed as such. */
  readonly conflicting: readonly string[];
}

/** The id of the workbook that a page has open, from its address. */
export function workbookOn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What a server has on its disk of a workbook, whether it runs or not. */
export function storedOnServer({ dataDir }: ServerProcess, id: string): Stored {
  const store = openStore(dataDir);
  try {
    const journal = createJournal(store);
    return read(
      id,
      KINDS.map((kind) => journal.read(`${kind}.${id}`))
    );
  } finally {
    store.close();
  }
}

/** The links of a workbook that a server knows, the oldest first. */
export function linksOnServer({ dataDir }: ServerProcess, id: string): readonly ListedLink[] {
  const store = openStore(dataDir);
  try {
    return createLinks(store).list(id);
  } finally {
    store.close();
  }
}

/** What a browser keeps of a workbook, read past the program on a page of its origin. */
export async function storedOnDevice(page: Page, id: string): Promise<Stored> {
  const names = KINDS.map((kind) => `${kind}.${id}`);
  const stored = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const kept = (await indexedDB.databases()).map(({ name }) => name);
          if (!kept.includes(name)) throw new Error(`${name} is not among ${kept.join()}`);
          const database = await new Promise<IDBDatabase>((resolve, reject) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          const rows = await new Promise<Uint8Array[]>((resolve, reject) => {
            const request = database.transaction('updates').objectStore('updates').getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          database.close();
          return rows.map((row) =>
            btoa(Array.from(row, (byte) => String.fromCharCode(byte)).join(''))
          );
        })
      ),
    names
  );
  return read(
    id,
    stored.map((rows) => rows.map((row) => Buffer.from(row, 'base64')))
  );
}

/** What was written into cells, in the order of the log; of an undo, what it put back. */
export function writtenTexts(entries: readonly LogEntry[]): readonly string[] {
  return entries.flatMap(({ steps }) =>
    steps.flatMap(({ change }) => (change.do === 'cell' ? [change.text] : []))
  );
}

/** How many updates a running server has put on its disk since it started. */
export async function updatesTakenBy({ origin }: ServerProcess): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text();
  const [, count] = /^jibiao_acknowledged_updates_total (\d+)$/m.exec(metrics) ?? [];
  if (count === undefined) throw new Error(`the server counts no updates: ${metrics}`);
  return Number(count);
}

/**
 * `stored` are the updates of the documents in the order of their kinds. None of them may rest on an
 * update that is not stored: nobody would ever see it.
 */
function read(id: string, stored: readonly (readonly Uint8Array[])[]): Stored {
  const [doc, comments, log] = stored.map((updates) => {
    const document = new Y.Doc();
    document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
    if (document.store.pendingStructs) throw new Error(`an update of ${id} rests on a missing one`);
    return document;
  });
  if (!doc || !comments || !log) throw new Error(`a workbook has ${KINDS.length} documents`);
  const author = { id: 'reader', name: '' };
  const document = new WorkbookDocument({ id, doc, comments, log, author });
  const { workbook, entries, conflicts } = document;
  return { workbook, entries, conflicting: conflicts.map(({ lost }) => lost.text) };
}
