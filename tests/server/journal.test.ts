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

it('reads the same before and after folding, whenever that happens', () => {
  const store = openStore(temporaryFolder());
  const journal = createJournal(store);
  const step = fc.oneof(
    fc.record({ key: fc.constantFrom('a', 'b', 'c', '__proto__'), text: fc.string() }),
    fc.constant('fold' as const)
  );
  let run = 0;
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const name = `d.${run++}`;
      const document = new Y.Doc();
      document.on('update', (update: Uint8Array) => journal.append([{ name, update }]));
      const cells = document.getMap<string>('cells');
      for (const one of steps) {
        if (one === 'fold') journal.fold(name);
        else cells.set(one.key, one.text);
        expect(cellsOf(journal, name)).toEqual(cells.toJSON());
      }
    }),
    { numRuns: 30 }
  );
});

it('keeps an update that depends on one which has not come yet', () => {
  const journal = createJournal(openStore(temporaryFolder()));
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  document.getMap('cells').set('a', '1');
  document.getMap('cells').set('b', '2');
  const [first, second] = updates as [Uint8Array, Uint8Array];
  journal.append([{ name: 'd.x', update: second }]);
  journal.fold('d.x');
  journal.append([{ name: 'd.x', update: first }]);
  journal.fold('d.x');
  expect(cellsOf(journal, 'd.x')).toEqual({ a: '1', b: '2' });
  expect(journal.length('d.x')).toBe(0);
});

it('leaves everything as it was when folding fails', () => {
  const journal = createJournal(openStore(temporaryFolder()));
  const document = new Y.Doc();
  document.getMap('cells').set('a', '1');
  journal.append([{ name: 'd.x', update: Y.encodeStateAsUpdate(document) }]);
  journal.append([{ name: 'd.x', update: new Uint8Array([9, 9, 9]) }]);
  const before = journal.read('d.x');
  expect(() => journal.fold('d.x')).toThrow();
  expect(journal.read('d.x')).toEqual(before);
});

it('is read by the next process that opens the folder', () => {
  const folder = temporaryFolder();
  const document = new Y.Doc();
  document.getMap('cells').set('a', '1');
  const first = openStore(folder);
  createJournal(first).append([{ name: 'd.x', update: Y.encodeStateAsUpdate(document) }]);
  first.close();
  expect(cellsOf(createJournal(openStore(folder)), 'd.x')).toEqual({ a: '1' });
});

it('is not opened by a version that is older than its data', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.exec('PRAGMA user_version = 99');
  store.close();
  expect(() => openStore(folder)).toThrow(/更新的版本/);
});
