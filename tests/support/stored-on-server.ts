import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { LogEntry } from '#lib/document/log.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createJournal } from '#server/journal.ts';
import { openStore } from '#server/store.ts';
import type { ServerProcess } from './server.ts';

/** The id of the workbook that a page has open, from its address. */
export function workbookOn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What a server has on its disk of a workbook and of its log, whether it runs or not. */
export function storedOnServer(
  { dataDir }: ServerProcess,
  id: string
): { readonly workbook: Workbook; readonly entries: readonly LogEntry[] } {
  const store = openStore(dataDir);
  try {
    const journal = createJournal(store);
    const read = (kind: string) => {
      const doc = new Y.Doc();
      for (const update of journal.read(`${kind}.${id}`)) Y.applyUpdate(doc, update);
      return doc;
    };
    const [doc, comments, log] = [read('d'), read('c'), read('h')];
    const author = { id: 'reader', name: '' };
    const { workbook, entries } = new WorkbookDocument({ id, doc, comments, log, author });
    return { workbook, entries };
  } finally {
    store.close();
  }
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
