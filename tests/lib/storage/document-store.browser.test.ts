import { afterEach, describe, expect, it, vi } from 'vitest';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { openDatabase, readUpdates, writeUpdates } from '#lib/storage/database.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { removeDocument } from '#lib/storage/removal.ts';

let count = 0;
const freshName = () => `d.test-${Date.now()}-${++count}`;

afterEach(() => vi.restoreAllMocks());

async function stored(name: string): Promise<Record<string, unknown>> {
  const doc = new Y.Doc();
  const store = await DocumentStore.open(name, doc);
  const content = doc.getMap('cells').toJSON();
  await store.close();
  return content;
}

async function rowsOf(name: string): Promise<number> {
  const database = await openDatabase(name);
  const rows = await readUpdates(database);
  database.close();
  return rows.length;
}

/** Keeps everybody from writing to a database until `letGo`. */
async function holdDisk(name: string): Promise<{ letGo: () => void }> {
  const database = await openDatabase(name);
  const updates = database.transaction('updates', 'readwrite').objectStore('updates');
  let held = true;
  const hold = () => {
    updates.count().onsuccess = () => held && hold();
  };
  hold();
  return {
    letGo() {
      held = false;
      database.close();
    }
  };
}

/** Resolves when other windows have heard whatever was told before. */
async function heardByNow(name: string): Promise<void> {
  const [speaker, hearer] = [
    new BroadcastChannel(`jibiao-${name}`),
    new BroadcastChannel(`jibiao-${name}`)
  ];
  const nothing = Y.encodeStateAsUpdate(new Y.Doc());
  const heard = new Promise((resolve) => (hearer.onmessage = resolve));
  speaker.postMessage({ update: nothing, stored: true });
  await heard;
  speaker.close();
  hearer.close();
}

describe('a document store', () => {
  it('says saved only after the browser has committed the edit', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    const states: string[] = [];
    store.subscribe(({ state }) => states.push(state));
    doc.getMap('cells').set('r1/target', '≥95%');
    expect(store.saving.state).toBe('saving');
    expect((await store.settled()).state).toBe('saved');
    expect(states).toEqual(['saving', 'saved']);
    expect(await stored(name)).toEqual({ 'r1/target': '≥95%' });
    await store.close();
  });

  it('stores an edit that is made the moment the one before is stored', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    store.subscribe(({ state }) => {
      const cells = doc.getMap('cells');
      if (state === 'saved' && !cells.has('r2/target')) cells.set('r2/target', 'second');
    });
    doc.getMap('cells').set('r1/target', 'first');
    await vi.waitFor(() => expect(store.saving.state).toBe('saved'));
    expect(await stored(name)).toEqual({ 'r1/target': 'first', 'r2/target': 'second' });
    await store.close();
  });

  it('writes what y-indexeddb as shipped can read', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    for (let edit = 0; edit < 20; edit++) doc.getMap('cells').set(`r${edit}/target`, '1');
    await store.close();
    const other = new Y.Doc();
    const shipped = new IndexeddbPersistence(name, other);
    await shipped.whenSynced;
    expect(other.getMap('cells').toJSON()).toEqual(doc.getMap('cells').toJSON());
    await shipped.destroy();
  });

  it('reads what y-indexeddb as shipped has written', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const shipped = new IndexeddbPersistence(name, doc);
    await shipped.whenSynced;
    doc.getMap('cells').set('r1/target', '≥95%');
    await vi.waitFor(async () => expect(await rowsOf(name)).toBeGreaterThan(1));
    await shipped.destroy();
    expect(await stored(name)).toEqual({ 'r1/target': '≥95%' });
  });

  it('folds its rows when there are a hundred', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    for (let edit = 0; edit < 230; edit++) {
      doc.getMap('cells').set('r1/target', String(edit));
      await store.settled();
    }
    await store.close();
    expect(await rowsOf(name)).toBeLessThan(40);
    expect(await stored(name)).toEqual({ 'r1/target': '229' });
  });

  it('is written anew as one row when it is opened with two hundred', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update) => updates.push(update));
    for (let edit = 0; edit < 200; edit++) doc.getMap('cells').set(`r${edit}/target`, '1');
    const database = await openDatabase(name);
    await writeUpdates(database, updates);
    database.close();
    const store = await DocumentStore.open(name);
    expect((await store.settled()).state).toBe('saved');
    expect(await rowsOf(name)).toBe(1);
    expect(await stored(name)).toEqual(doc.getMap('cells').toJSON());
    await store.close();
  });

  it('gathers what others write in few rows', async () => {
    const name = freshName();
    const theirs = new Y.Doc();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    theirs.on('update', (update) => Y.applyUpdate(doc, update, 'server'));
    for (let edit = 0; edit < 50; edit++) {
      theirs.getMap('cells').set(`r${edit}/target`, '1');
      expect(store.saving.state).toBe('saving');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect((await store.settled()).state).toBe('saved');
    expect(await rowsOf(name)).toBeLessThan(12);
    expect(await stored(name)).toEqual(theirs.getMap('cells').toJSON());
    await store.close();
  });

  it('stores what others have written with what I write upon it, at once', async () => {
    const name = freshName();
    const theirs = new Y.Doc();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    theirs.getText('prose').insert(0, '加强监管');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), 'server');
    doc.getText('prose').insert(2, '日常');
    await store.settled();
    expect(await rowsOf(name)).toBe(1);
    const again = new Y.Doc();
    await (await DocumentStore.open(name, again)).close();
    expect(again.getText('prose').toString()).toBe('加强日常监管');
    await store.close();
  });

  it('reports a full disk, goes on working, and stores everything once there is room', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    doc.getMap('cells').set('r1/target', 'first');
    expect(await store.settled()).toMatchObject({ state: 'failed', fault: 'full' });
    doc.getMap('cells').set('r2/target', 'second');
    expect(store.saving).toMatchObject({ state: 'failed', fault: 'full' });
    add.mockRestore();
    store.retry();
    expect((await store.settled()).state).toBe('saved');
    expect(await stored(name)).toEqual({ 'r1/target': 'first', 'r2/target': 'second' });
    await store.close();
  });

  it('keeps what is stored when replacing it fails half way', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    doc.getMap('cells').set('r1/target', 'first');
    await store.settled();
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    doc.getMap('cells').set('r2/target', 'second');
    await store.settled();
    store.retry();
    expect(await store.settled()).toMatchObject({ state: 'failed', fault: 'full' });
    expect(await stored(name)).toEqual({ 'r1/target': 'first' });
    add.mockRestore();
    await store.close();
  });

  it('tries once more when it is closed, and says when that fails too', async () => {
    for (const room of [true, false]) {
      const name = freshName();
      const doc = new Y.Doc();
      const store = await DocumentStore.open(name, doc);
      const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      doc.getMap('cells').set('r1/target', 'first');
      await store.settled();
      if (room) add.mockRestore();
      expect((await store.close()).state).toBe(room ? 'saved' : 'failed');
      add.mockRestore();
      expect(await stored(name)).toEqual(room ? { 'r1/target': 'first' } : {});
    }
  });

  it('says so when its database is taken away, and stores everything anew without an edit', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    doc.getMap('cells').set('r1/target', 'first');
    await store.settled();
    await removeDocument(name);
    await vi.waitFor(() => expect(store.saving.state).toBe('failed'));
    await vi.waitFor(() => expect(store.saving.state).toBe('saved'), { timeout: 5000 });
    expect(await stored(name)).toEqual({ 'r1/target': 'first' });
    await store.close();
  });

  it('stores an edit that is made while its database is taken away', async () => {
    const name = freshName();
    const doc = new Y.Doc();
    const store = await DocumentStore.open(name, doc);
    doc.getMap('cells').set('r1/target', 'first');
    await store.settled();
    const removal = removeDocument(name);
    doc.getMap('cells').set('r2/target', 'second');
    await removal;
    await vi.waitFor(() => expect(store.saving.state).toBe('saved'), { timeout: 5000 });
    expect(await stored(name)).toEqual({ 'r1/target': 'first', 'r2/target': 'second' });
    await store.close();
  });

  it('is not taken for an empty document while it cannot be read', async () => {
    const name = freshName();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const store = await DocumentStore.open(name, new Y.Doc());
    expect(store.loaded).toBe(false);
    expect(store.saving).toMatchObject({ state: 'failed', fault: 'unavailable' });
    open.mockRestore();
    await store.close();
  });

  it('shows an edit of one window in the other', async () => {
    const name = freshName();
    const here = new Y.Doc();
    const there = new Y.Doc();
    const stores = [await DocumentStore.open(name, here), await DocumentStore.open(name, there)];
    here.getMap('cells').set('r1/target', '≥95%');
    await vi.waitFor(() => expect(there.getMap('cells').get('r1/target')).toBe('≥95%'));
    for (const store of stores) await store.close();
  });

  it('shows an edit in the other window only once it is on the disk', async () => {
    const name = freshName();
    const here = new Y.Doc();
    const there = new Y.Doc();
    const stores = [await DocumentStore.open(name, here), await DocumentStore.open(name, there)];
    const disk = await holdDisk(name);
    here.getMap('cells').set('r1/target', '≥95%');
    await heardByNow(name);
    expect(there.getMap('cells').toJSON()).toEqual({});
    disk.letGo();
    await vi.waitFor(() => expect(there.getMap('cells').get('r1/target')).toBe('≥95%'));
    for (const store of stores) await store.close();
  });

  it('stores in the other window what this one could not store', async () => {
    const name = freshName();
    const here = new Y.Doc();
    const stores = [await DocumentStore.open(name, here), await DocumentStore.open(name)];
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    here.getMap('cells').set('r1/target', '≥95%');
    await vi.waitFor(() => {
      expect(stores[1]!.saving).toMatchObject({ state: 'saved', at: expect.any(Date) });
    });
    for (const store of stores) await store.close();
  });

  it('tells a window that is opened what this one could not store', async () => {
    const name = freshName();
    const here = new Y.Doc();
    const there = new Y.Doc();
    const store = await DocumentStore.open(name, here);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    here.getMap('cells').set('r1/target', '≥95%');
    expect((await store.settled()).state).toBe('failed');
    const opened = await DocumentStore.open(name, there);
    await vi.waitFor(() => expect(there.getMap('cells').get('r1/target')).toBe('≥95%'));
    add.mockRestore();
    store.retry();
    for (const one of [store, opened]) await one.close();
    expect(await stored(name)).toEqual({ 'r1/target': '≥95%' });
  });

  it('hears from a window that is opened what one that died had stored and not told', async () => {
    const name = freshName();
    const here = new Y.Doc();
    const store = await DocumentStore.open(name, here);
    const died = new Y.Doc();
    died.getMap('cells').set('r1/target', '≥95%');
    const database = await openDatabase(name);
    await writeUpdates(database, [Y.encodeStateAsUpdate(died)]);
    database.close();
    const opened = await DocumentStore.open(name);
    await vi.waitFor(() => expect(here.getMap('cells').get('r1/target')).toBe('≥95%'));
    for (const one of [store, opened]) await one.close();
  });
});
