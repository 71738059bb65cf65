import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { createJournal } from '#server/journal.ts';
import { startJournalWriter } from '#server/journal-writer.ts';
import { openStore } from '#server/store.ts';
import { temporaryFolder } from './folders.ts';

const MEBIBYTE = 1024 * 1024;

/** A writer beside a connection that reads, as in the server. */
function openBoth(limit: number | null = null) {
  const folder = temporaryFolder();
  const store = openStore(folder);
  const writer = startJournalWriter({ folder, limit });
  onTestFinished(async () => {
    await writer.end();
    store.close();
  });
  return { store, journal: createJournal(store), writer };
}

it('has an update on the disk when it says so, in the order they came', async () => {
  const { journal, writer } = openBoth();
  const updates = Array.from({ length: 50 }, (_, index) => new Uint8Array([index]));
  const stored = updates.map(async (update, index) => {
    await writer.append('d.x', update);
    expect(journal.read('d.x')[index]).toEqual(update);
  });
  await Promise.all(stored);
  expect(journal.length('d.x')).toBe(50);
});

it('stores only the bytes of an update that is part of a larger buffer, and leaves them there', async () => {
  const { journal, writer } = openBoth();
  const frame = new Uint8Array([1, 2, 3, 4]);
  await writer.append('d.x', frame.subarray(1, 3));
  expect(journal.read('d.x')).toEqual([new Uint8Array([2, 3])]);
  expect(frame).toEqual(new Uint8Array([1, 2, 3, 4]));
});

it('stores what comes at the same moment also where one of it does not fit', async () => {
  const { journal, writer } = openBoth(1);
  const sizes = [100, 2 * MEBIBYTE, 100];
  const stored = await Promise.allSettled(
    sizes.map((size) => writer.append('d.x', new Uint8Array(size)))
  );
  expect(stored.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(journal.read('d.x').map(({ length }) => length)).toEqual([100, 100]);
});

it('folds what has been appended before, where enough of it waits', async () => {
  const { journal, writer } = openBoth();
  const document = new Y.Doc();
  document.on('update', (update: Uint8Array) => void writer.append('d.x', update));
  document.getMap('cells').set('a', '1');
  document.getMap('cells').set('b', '2');
  expect(await writer.fold('d.x', 3)).toBe(0);
  expect(await writer.fold('d.x', 2)).toBe(2);
  expect(journal.length('d.x')).toBe(0);
  expect(journal.read('d.x')).toHaveLength(1);
});

it('says why it did not fold a damaged document, and goes on', async () => {
  const { journal, writer } = openBoth();
  await writer.append('d.x', new Uint8Array([9, 9, 9]));
  await expect(writer.fold('d.x', 1)).rejects.toThrow();
  await writer.append('d.x', new Uint8Array([1]));
  expect(journal.length('d.x')).toBe(2);
});

it('waits for a disk that is slow, while others read', async () => {
  const { store, journal, writer } = openBoth();
  store.exec('BEGIN IMMEDIATE');
  let stored = false;
  const append = writer.append('d.x', new Uint8Array([1])).then(() => (stored = true));
  expect(journal.read('d.x')).toEqual([]);
  expect(stored).toBe(false);
  store.exec('COMMIT');
  await append;
  expect(journal.length('d.x')).toBe(1);
});
