import * as Y from 'yjs';
import type { Workbook } from '#lib/model/workbook.ts';
import { openDatabase, readUpdates } from '#lib/storage/database.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** What the bench calls in this page. Times are milliseconds. */
export interface Opening {
  /** Stores a workbook as an import does, and answers its id. */
  store(workbook: Workbook): Promise<string>;
  /** Opens a stored workbook as the app does, until it can be shown. */
  openWorkbook(id: string): Promise<number>;
  /** The same until its problems are known, which in the app is after its first paint. */
  openAndCheck(id: string): Promise<number>;
  /** Reads the bytes of a stored workbook and applies them to bare documents. */
  applyBytes(id: string): Promise<number>;
}

declare global {
  interface Window {
    opening: Promise<Opening>;
  }
}

window.opening = Cabinet.open().then((cabinet) => ({
  async store(workbook) {
    const result = await cabinet.add(workbook, '导入');
    if (!result.ok) throw new Error(`opening: not stored: ${result.fault}`);
    return result.id;
  },
  async openWorkbook(id) {
    const begun = performance.now();
    const opened = await OpenWorkbook.open(cabinet, id);
    const time = performance.now() - begun;
    if (!opened?.workbook.sheets.length) throw new Error(`opening: ${id} is not whole`);
    await opened.close();
    return time;
  },
  async openAndCheck(id) {
    const begun = performance.now();
    const opened = await OpenWorkbook.open(cabinet, id);
    while (opened?.checking.done === false) await nextFrame();
    const time = performance.now() - begun;
    await opened?.close();
    return time;
  },
  async applyBytes(id) {
    const begun = performance.now();
    const docs = await Promise.all([`d.${id}`, `h.${id}`].map(apply));
    const time = performance.now() - begun;
    for (const doc of docs) doc.destroy();
    return time;
  }
}));

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

async function apply(name: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const database = await openDatabase(name);
  for (const { update } of await readUpdates(database)) Y.applyUpdate(doc, update);
  database.close();
  return doc;
}
