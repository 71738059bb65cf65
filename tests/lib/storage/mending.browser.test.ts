import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { UPDATES } from '#lib/storage/database.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { keepRemains, readRemains } from '#lib/storage/remains.ts';
import { removeDocument } from '#lib/storage/removal.ts';
import { failAtCall, type Failing } from '#tests/support/failing-disk.ts';

/** More calls than a mending makes. */
const MOST_CALLS = 100;

let count = 0;
const freshName = () => `d.mending-${Date.now()}-${++count}`;

afterEach(() => vi.restoreAllMocks());

const cellsOf = (doc: Y.Doc) => doc.getMap('cells').toJSON();

const WHOLE = { 'r0/target': '≥0%', 'r1/target': '≥1%', 'r2/target': '≥2%' };

/** A document whose database can be read and not be written to: its store numbers nothing. */
async function unwritable(name: string): Promise<void> {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  for (const [key, text] of Object.entries(WHOLE)) doc.getMap('cells').set(key, text);
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(UPDATES);
      request.result.createObjectStore('custom');
      updates.forEach((update, at) => store.put(update, at + 1));
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

/** What a person sees who opens the document, or who is shown what is left of it. */
async function readable(name: string): Promise<Record<string, unknown>> {
  const store = await DocumentStore.open(name);
  const { loaded } = store;
  const cells = cellsOf(store.doc);
  await store.close();
  return loaded ? cells : cellsOf((await readRemains(name)).doc);
}

/** Mends a document while the disk fails at its n-th call and at so many after that. */
async function mendFailing(n: number, failing: Failing, lasting: number): Promise<boolean> {
  const name = freshName();
  await unwritable(name);
  const remains = await readRemains(name);
  const disk = failAtCall(n, failing, lasting);
  const mended = await keepRemains(name, remains).then(
    () => true,
    () => false
  );
  disk.mend();
  expect(await readable(name)).toEqual(WHOLE);
  if (!mended) await keepRemains(name, await readRemains(name));
  const store = await DocumentStore.open(name);
  store.doc.getMap('cells').set('r3/target', '≥3%');
  expect((await store.settled()).state).toBe('saved');
  await store.close();
  expect(await readable(name)).toEqual({ ...WHOLE, 'r3/target': '≥3%' });
  return disk.failed;
}

describe.each<Failing>(['throws', 'aborts'])('mending while the disk %s', (failing) => {
  it.each([
    ['at any one call', 1],
    ['from any call on, as when the program is killed', Infinity]
  ])('%s loses nothing that could be read', async (_, lasting) => {
    let calls = 0;
    while (calls < MOST_CALLS && (await mendFailing(calls + 1, failing, lasting))) calls += 1;
    expect(calls).toBeGreaterThan(10);
    expect(calls).toBeLessThan(MOST_CALLS);
  });
});

it('a document that is deleted after a mending that was cut short does not come back', async () => {
  const name = freshName();
  await unwritable(name);
  const remains = await readRemains(name);
  let deleted = false;
  const real = IDBFactory.prototype.deleteDatabase;
  const killed = vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(function (
    this: IDBFactory,
    database
  ) {
    if (deleted) throw new DOMException('killed', 'UnknownError');
    deleted = true;
    return real.call(this, database);
  });
  await keepRemains(name, remains).catch(() => undefined);
  killed.mockRestore();
  await removeDocument(name);
  expect(await readable(name)).toEqual({});
});
