import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openDatabase, writeUpdates } from '#lib/storage/database.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { failAtCall, type FailingDisk, type Failing } from '#tests/support/failing-disk.ts';

/** More calls than a scenario makes. */
const MOST_CALLS = 400;

let count = 0;
const freshName = () => `d.failing-${Date.now()}-${++count}`;

afterEach(() => vi.restoreAllMocks());

const cellsOf = (doc: Y.Doc) => doc.getMap<string>('cells').toJSON();

async function stored(name: string): Promise<Record<string, unknown>> {
  const store = await DocumentStore.open(name);
  expect(store.loaded).toBe(true);
  const cells = cellsOf(store.doc);
  await store.close();
  return cells;
}

/** Notes what the store has said to be saved: from then on it must be on the disk. */
function promises(store: DocumentStore): () => Record<string, unknown> {
  let promised = {};
  store.subscribe(({ state }) => {
    if (state === 'saved') promised = cellsOf(store.doc);
  });
  return () => promised;
}

/** Opens a document and edits it, each edit stored before the next. */
async function work(name: string): Promise<{ store: DocumentStore; promised: () => object }> {
  const store = await DocumentStore.open(name);
  const promised = promises(store);
  const cells = store.doc.getMap<string>('cells');
  for (let edit = 0; edit < 4; edit += 1) {
    cells.set(`r${edit}/target`, `≥${edit}%`);
    await store.settled();
  }
  return { store, promised };
}

const ALL = {
  'r0/target': '≥0%',
  'r1/target': '≥1%',
  'r2/target': '≥2%',
  'r3/target': '≥3%'
};

/** Runs a scenario with a fault at its first call, its second, and so on until none is left to fail. */
async function atEveryCall(
  failing: Failing,
  scenario: (name: string, disk: FailingDisk) => Promise<void>,
  { prepare, step = 1 }: { prepare?: (name: string) => Promise<void>; step?: number } = {}
): Promise<number> {
  for (let n = 1; n <= MOST_CALLS; n += step) {
    const name = freshName();
    await prepare?.(name);
    const disk = failAtCall(n, failing);
    try {
      await scenario(name, disk);
    } finally {
      disk.mend();
    }
    if (!disk.failed) return n - 1;
  }
  throw new Error(`the scenario makes more than ${MOST_CALLS} calls`);
}

/** As many rows as the next writing but one folds into one. */
async function fillToFold(name: string): Promise<void> {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update) => updates.push(update));
  for (let edit = 0; edit < 199; edit += 1) doc.getMap('cells').set('before/target', String(edit));
  const database = await openDatabase(name);
  await writeUpdates(database, updates);
  database.close();
}

describe.each<Failing>(['throws', 'aborts'])('a disk that %s at any call', (failing) => {
  it('loses nothing that was said to be saved, and takes the rest when it is well again', async () => {
    const calls = await atEveryCall(failing, async (name, disk) => {
      const { store, promised } = await work(name);
      disk.mend();
      const said = promised();
      expect(await stored(name)).toMatchObject(said);
      store.retry();
      expect((await store.settled()).state).toBe('saved');
      expect(await stored(name)).toEqual(ALL);
      await store.close();
    });
    expect(calls).toBeGreaterThan(15);
  });

  it('loses nothing when the page is closed at once', async () => {
    await atEveryCall(failing, async (name, disk) => {
      const { store, promised } = await work(name);
      const saving = await store.close();
      disk.mend();
      expect(await stored(name)).toMatchObject(saving.state === 'saved' ? ALL : promised());
    });
  });

  it('keeps what was stored before, also while it is folded', { timeout: 60_000 }, async () => {
    const calls = await atEveryCall(
      failing,
      async (name, disk) => {
        const { store } = await work(name);
        disk.mend();
        expect(await stored(name)).toMatchObject({ 'before/target': '198' });
        store.retry();
        await store.settled();
        await store.close();
        expect(await stored(name)).toEqual({ ...ALL, 'before/target': '198' });
      },
      // A fold takes two hundred rows away, which is the same call two hundred times.
      { prepare: fillToFold, step: 5 }
    );
    expect(calls).toBeGreaterThan(15);
  });
});

describe('a disk that fails for a while', () => {
  it.each([3, 10, 40])('of %d calls is tried again until it takes everything', async (lasting) => {
    const name = freshName();
    const { store } = await work(name);
    const disk = failAtCall(1, 'throws', lasting);
    store.doc.getMap<string>('cells').set('r4/target', '≥4%');
    expect((await store.settled()).state).toBe('failed');
    for (let tries = 0; tries < lasting && store.saving.state === 'failed'; tries += 1) {
      store.retry();
      await store.settled();
    }
    disk.mend();
    expect(store.saving.state).toBe('saved');
    expect(await stored(name)).toEqual({ ...ALL, 'r4/target': '≥4%' });
    await store.close();
  });
});
