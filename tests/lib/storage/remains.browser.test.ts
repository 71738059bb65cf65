import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { openDatabase, UPDATES } from '#lib/storage/database.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { keepRemains, readRemains } from '#lib/storage/remains.ts';

let count = 0;
const freshName = () => `d.remains-${Date.now()}-${++count}`;

const cellsOf = (doc: Y.Doc) => doc.getMap('cells').toJSON();

/** A document of three edits, each in a row of its own. */
async function threeRows(): Promise<string> {
  const name = freshName();
  const store = await DocumentStore.open(name);
  for (const row of ['r1', 'r2', 'r3']) {
    store.doc.getMap('cells').set(`${row}/target`, '≥95%');
    await store.settled();
  }
  await store.close();
  return name;
}

/** Puts something else in the place of the newest row. */
async function damageNewest(name: string, row: unknown): Promise<void> {
  const database = await openDatabase(name);
  const store = database.transaction(UPDATES, 'readwrite').objectStore(UPDATES);
  await new Promise<void>((resolve) => {
    store.getAllKeys().onsuccess = ({ target }) => {
      const keys = (target as IDBRequest<number[]>).result;
      store.put(row, keys.at(-1)!);
    };
    store.transaction.oncomplete = () => resolve();
  });
  database.close();
}

describe('a document with a damaged row', () => {
  it.each([
    ['no bytes', 'not bytes at all'],
    ['bytes that are no update', new Uint8Array([9, 9, 9])],
    ['nothing', new Uint8Array()]
  ])('of %s does not open, and what is whole can be read and kept', async (_, row) => {
    const name = await threeRows();
    await damageNewest(name, row);

    const store = await DocumentStore.open(name);
    expect(store.saving).toMatchObject({ state: 'failed', fault: 'damaged' });
    await store.close();

    const remains = await readRemains(name);
    const { doc, read, unreadable } = remains;
    expect([read, unreadable]).toEqual([2, 1]);
    expect(cellsOf(doc)).toEqual({ 'r1/target': '≥95%', 'r2/target': '≥95%' });

    await keepRemains(name, remains);
    const mended = await DocumentStore.open(name);
    expect(mended.saving.state).toBe('saved');
    expect(cellsOf(mended.doc)).toEqual(cellsOf(doc));
    mended.doc.getMap('cells').set('r3/target', 'again');
    expect((await mended.settled()).state).toBe('saved');
    await mended.close();
  });

  it('keeps what another window stores between reading and keeping', async () => {
    const name = await threeRows();
    const other = await DocumentStore.open(name);
    await damageNewest(name, new Uint8Array([9, 9, 9]));
    const remains = await readRemains(name);
    other.doc.getMap('cells').set('r4/target', '≥90%');
    expect((await other.settled()).state).toBe('saved');
    await other.close();

    await keepRemains(name, remains);
    const mended = await DocumentStore.open(name);
    expect(cellsOf(mended.doc)).toMatchObject({ 'r1/target': '≥95%', 'r4/target': '≥90%' });
    await mended.close();
  });

  it('is not changed by reading it', async () => {
    const name = await threeRows();
    await damageNewest(name, new Uint8Array([9, 9, 9]));
    await readRemains(name);
    expect(await readRemains(name)).toMatchObject({ read: 2, unreadable: 1 });
  });
});

describe('a database without its stores', () => {
  it('is made anew', async () => {
    const name = freshName();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.result.createObjectStore('something else');
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const remains = await readRemains(name);
    expect(remains).toMatchObject({ read: 0, unreadable: 1 });

    await keepRemains(name, remains);
    const mended = await DocumentStore.open(name);
    mended.doc.getMap('cells').set('r1/target', 'new');
    expect((await mended.settled()).state).toBe('saved');
    await mended.close();
  });
});
