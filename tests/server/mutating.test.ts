import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { restsOnMissing } from '#server/missing.ts';
import { mutated, writtenDocument } from './mutations.ts';
import { sendMutations } from './mutating.ts';
import { MESSAGE, openRaw } from './raw-client.ts';
import { printedSeed, seeded } from './random.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { refusals, runServer } from './running.ts';
import { until } from './until.ts';
import { silenceLibraries } from './silence.ts';

it('keeps a document readable whatever an editor sends', async () => {
  silenceLibraries();
  const result = await sendMutations(300, seeded(printedSeed('mutated updates')));
  expect(result).toMatchObject({ readable: true, kept: true });
  expect(result.refused).toBeGreaterThan(0);
}, 60_000);

it('neither keeps nor acknowledges an update that can be decoded and not applied', async () => {
  silenceLibraries();
  const { document, updates } = writtenDocument();
  const poison = findPoison(updates, Y.encodeStateAsUpdate(document));
  const server = await runServer();
  const owner = await claimWorkbook(server.origin);
  const honest = newReplica();
  Y.applyUpdate(honest.d, Y.encodeStateAsUpdate(document));
  const connection = honest.join(server.origin, owner.workbook, owner.token);
  await settled(connection);

  const client = await openRaw(server.origin, `d.${owner.workbook}`);
  client.sendToken(owner.token);
  client.sendUpdate(poison);
  expect(await client.closed).toEqual({ code: 1011, reason: 'not stored' });
  honest.cells.set('r1/target', '照常填写');
  await settled(connection);
  connection.disconnect();
  await server.close();

  const again = await runServer({ data: server.data });
  const reader = newReplica();
  await settled(reader.join(again.origin, owner.workbook, owner.token));
  expect(reader.cells.toJSON()).toEqual(honest.cells.toJSON());
  expect(reader.d.getText('prose').toString()).toBe(honest.d.getText('prose').toString());
});

it('lets nobody be kept out by an update that waits, and is broken when its time comes', async () => {
  silenceLibraries();
  const { document, updates } = writtenDocument();
  const known = updates.slice(0, updates.length / 2);
  const whole = Y.encodeStateAsUpdate(document);
  const server = await runServer();
  const owner = await claimWorkbook(server.origin);
  const honest = newReplica();
  for (const update of known) Y.applyUpdate(honest.d, update);
  const connection = honest.join(server.origin, owner.workbook, owner.token);
  await settled(connection);

  const client = await openRaw(server.origin, `d.${owner.workbook}`);
  client.sendToken(owner.token);
  await until(() => client.answers.length === 1);
  client.sendUpdate(findWaitingPoison(known, updates, whole));
  await until(() => client.received.includes(MESSAGE.status));
  const reader = newReplica();
  const reading = reader.join(server.origin, owner.workbook, owner.token);
  await settled(reading);
  Y.applyUpdate(honest.d, whole);
  await until(async () => (await refusals(server, 'malformed')) > 0);
  await settled(connection);
  const all = honest.cells.toJSON();
  await until(() => JSON.stringify(reader.cells.toJSON()) === JSON.stringify(all));
  reader.cells.set('r1/target', '照常填写');
  await settled(reading);
  await until(() => honest.cells.get('r1/target') === '照常填写');
  expect(reader.d.getText('prose').toString()).toBe(document.getText('prose').toString());
}, 20_000);

/** One that waits where only some updates are known, and cannot be applied when all are. */
function findWaitingPoison(
  known: readonly Uint8Array[],
  updates: readonly Uint8Array[],
  whole: Uint8Array
): Uint8Array {
  const random = seeded(1);
  for (;;) {
    const update = mutated(updates, random);
    const document = new Y.Doc();
    for (const each of known) Y.applyUpdate(document, each);
    const before = JSON.stringify(document.toJSON());
    try {
      Y.applyUpdate(document, update);
    } catch {
      continue;
    }
    const waits = document.store.pendingStructs !== null;
    if (!waits || JSON.stringify(document.toJSON()) !== before) continue;
    try {
      Y.applyUpdate(document, whole);
    } catch {
      return update;
    }
  }
}

/** One is among some thousands of mutations. */
function findPoison(updates: readonly Uint8Array[], state: Uint8Array): Uint8Array {
  const random = seeded(1);
  for (;;) {
    const update = mutated(updates, random);
    const document = new Y.Doc();
    Y.applyUpdate(document, state);
    try {
      Y.decodeUpdate(update);
    } catch {
      continue;
    }
    try {
      Y.applyUpdate(document, update);
    } catch {
      return update;
    }
  }
}

it('knows which updates rest on others that have not come', () => {
  const { document, updates } = writtenDocument();
  const rests = (target: Y.Doc, update: Uint8Array) =>
    restsOnMissing(target, Y.decodeUpdate(update));
  const target = new Y.Doc();
  // The last but two writes into the prose; the last but one only deletes what is long known.
  const later = updates.at(-3) as Uint8Array;
  for (const update of updates.slice(0, -3)) {
    expect(rests(target, update)).toBe(false);
    expect(rests(target, later)).toBe(true);
    Y.applyUpdate(target, update);
  }
  expect(rests(target, later)).toBe(false);
  expect(rests(new Y.Doc(), Y.encodeStateAsUpdate(document))).toBe(false);
});

it('takes only so much that rests on what never comes, and all that does not', async () => {
  silenceLibraries();
  const server = await runServer();
  const owner = await claimWorkbook(server.origin);
  const author = new Y.Doc();
  author.getMap('cells').set('never', 'sent');
  const from = Y.encodeStateVector(author);
  author.getMap('cells').set('never', 'x'.repeat(300 * 1024));
  const orphan = Y.encodeStateAsUpdate(author, from);
  const client = await openRaw(server.origin, `d.${owner.workbook}`);
  client.sendToken(owner.token);
  await until(() => client.answers.length === 1);
  for (let sent = 0; sent < 6; sent++) {
    author.getMap('cells').set(`never${sent}`, 'x'.repeat(300 * 1024));
    client.sendUpdate(Y.encodeStateAsUpdate(author, from));
  }
  expect(orphan.length).toBeGreaterThan(300 * 1024);
  expect((await client.closed).code).toBe(1011);
  expect(await refusals(server, 'missing')).toBe(1);

  const honest = newReplica();
  honest.cells.set('r1/target', 'x'.repeat(2 * 1024 * 1024));
  await settled(honest.join(server.origin, owner.workbook, owner.token));
});
