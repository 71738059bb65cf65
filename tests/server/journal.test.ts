import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createJournal } from '#server/journal.ts';
import type { Journal } from '#server/journal.ts';
import { openStore } from '#server/store.ts';
import { temporaryFolder } from './folders.ts';

function cellsOf(journal: Journal, name: string) {
  const document = new Y.Doc();
  journal.read(name).forEach((update) => Y.applyUpdate(document, update));
  return document.getMap('cells').toJSON();
}

it('reads the same before and after folding, whenever that happens', async () => {
  const store = openStore(temporaryFolder());
  const journal = createJournal(store);
  const step = fc.oneof(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', '__proto__'), text: fc.string() }),
    fc.constant('fold' as const)
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step), async (steps) => {
      const name = `d.${run++}`;
      const document = new Y.Doc();
      let stored = Promise.resolve();
      document.on('update', (update: Uint8Array) => (stored = journal.append(name, update)));
      const cells = document.getMap<string>('cells');
      for (const one of steps) {
        if (one === 'fold') journal.fold(name);
        else cells.set(one.key, one.text);
        await stored;
        expect(cellsOf(journal, name)).toEqual(cells.toJSON());
      }
    }),
    { numRuns: 30 }
  );
});

it('keeps an update that depends on one which has not come yet', async () => {
  const journal = createJournal(openStore(temporaryFolder()));
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  document.getMap('cells').set('a', '1');
  document.getMap('cells').set('b', '2');
  const [first, second] = updates as [Uint8Array, Uint8Array];
  await journal.append('d.x', second);
  journal.fold('d.x');
  await journal.append('d.x', first);
  journal.fold('d.x');
  expect(cellsOf(journal, 'd.x')).toEqual({ a: '1', b: '2' });
  expect(journal.length('d.x')).toBe(0);
});

it('leaves everything as it was when folding fails', async () => {
  const journal = createJournal(openStore(temporaryFolder()));
  const document = new Y.Doc();
  document.getMap('cells').set('a', '1');
  await journal.append('d.x', Y.encodeStateAsUpdate(document));
  await journal.append('d.x', new Uint8Array([9, 9, 9]));
  const before = journal.read('d.x');
  expect(() => journal.fold('d.x')).toThrow();
  expect(journal.read('d.x')).toEqual(before);
});

it('is read by the next process that opens the folder', async () => {
  const folder = temporaryFolder();
  const document = new Y.Doc();
  document.getMap('cells').set('a', '1');
  const first = openStore(folder);
  await createJournal(first).append('d.x', Y.encodeStateAsUpdate(document));
  first.close();
  expect(cellsOf(createJournal(openStore(folder)), 'd.x')).toEqual({ a: '1' });
});

it('stores what comes at the same moment also where one of it does not fit', async () => {
  const journal = createJournal(openStore(temporaryFolder(), 1));
  const sizes = [100, 2 * 1024 * 1024, 100];
  const stored = await Promise.allSettled(
    sizes.map((size) => journal.append('d.x', new Uint8Array(size)))
  );
  expect(stored.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(journal.read('d.x').map(({ length }) => length)).toEqual([100, 100]);
});

it('is not opened by a version that is older than its data', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.exec('PRAGMA user_version = 99');
  store.close();
  expect(() => openStore(folder)).toThrow(/更新的版本/);
});
