import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openDatabase, readUpdates } from '#lib/storage/database.ts';
import { StoredRows } from '#lib/storage/stored-rows.ts';

it('folds small rows, and leaves a large one alone', async () => {
  const database = await openDatabase(`d.rows-${Date.now()}`);
  const rows = new StoredRows();
  const doc = new Y.Doc();
  const made: Uint8Array[] = [];
  doc.on('update', (update) => made.push(update));
  const large = '长'.repeat(50_000);
  doc.getMap('cells').set('r0/target', large);
  for (let edit = 1; edit <= 110; edit++) doc.getMap('cells').set(`r${edit}/target`, '1');
  for (const update of made) await rows.add(database, [update]);

  const sizes = (await readUpdates(database)).map(({ update }) => update.length);
  expect(sizes.filter((size) => size > 100_000)).toHaveLength(1);
  expect(sizes.length).toBeLessThan(20);
  const again = new Y.Doc();
  for (const { update } of await readUpdates(database)) Y.applyUpdate(again, update);
  expect(again.getMap('cells').toJSON()).toEqual(doc.getMap('cells').toJSON());

  await rows.replace(database, Y.encodeStateAsUpdate(doc));
  expect(await readUpdates(database)).toHaveLength(1);
  database.close();
});
