import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { connect, syncAddress } from '#lib/sync/connection.ts';
import { stopLink } from '#lib/sync/sharing.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { runServer } from './running.ts';
import { until } from './until.ts';

it('lets a viewer read everything and change nothing', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const viewing = await shareWorkbook(origin, owner, { role: 'view' });
  const [writer, viewer] = [newReplica(), newReplica()];
  const writing = writer.join(origin, owner.workbook, owner.token);
  writer.cells.set('r1/target', 'right');
  await settled(writing);
  const connection = viewer.join(origin, owner.workbook, viewing.token);
  await until(() => viewer.cells.get('r1/target') === 'right');
  viewer.cells.set('r1/target', 'forged');
  viewer.h.getArray('log').push(['forged']);
  writer.cells.set('r2/target', 'a later one');
  await until(() => viewer.cells.get('r2/target') === 'a later one');
  expect(connection.status.current().pending).toBeGreaterThan(0);

  const witness = newReplica();
  await settled(witness.join(origin, owner.workbook, owner.token));
  expect(witness.cells.toJSON()).toEqual({ 'r1/target': 'right', 'r2/target': 'a later one' });
  expect(witness.h.getArray('log').length).toBe(0);
});

it('lets a commenter write comments and nothing else', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const commenting = await shareWorkbook(origin, owner, { role: 'comment' });
  const join = (token: string) => {
    const documents = { d: new Y.Doc(), h: new Y.Doc(), c: new Y.Doc() };
    const { workbook } = owner;
    const connection = connect({ url: syncAddress(origin), workbook, documents, token });
    onTestFinished(connection.disconnect);
    return { ...documents, connection };
  };
  const commenter = join(commenting.token);
  await until(() => commenter.connection.status.current().state === 'connected');
  commenter.d.getMap('cells').set('r1/target', 'forged');
  commenter.c.getMap('comments').set('1', '请核对');
  const witness = join(owner.token);
  await until(() => witness.c.getMap('comments').size === 1);
  await settled(witness.connection);
  expect(witness.d.getMap('cells').size).toBe(0);
});

it('lets a viewer write none of the documents, and tells each what they may do', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const { workbook } = owner;
  const join = (token: string) => {
    const documents = { d: new Y.Doc(), h: new Y.Doc(), c: new Y.Doc() };
    const connection = connect({ url: syncAddress(origin), workbook, documents, token });
    onTestFinished(connection.disconnect);
    return { documents, connection };
  };
  const forger = join((await shareWorkbook(origin, owner, { role: 'view' })).token);
  await until(() => forger.connection.role.current() === 'view');
  await until(() => forger.connection.status.current().state === 'connected');
  for (const document of Object.values(forger.documents)) {
    document.getMap('cells').set('r1/target', 'forged');
  }
  for (const role of ['comment', 'edit'] as const) {
    const { connection } = join((await shareWorkbook(origin, owner, { role })).token);
    await until(() => connection.role.current() === role);
  }
  const witness = join(owner.token);
  await until(() => witness.connection.role.current() === 'edit');
  witness.documents.d.getMap('cells').set('r2/target', 'later');
  await until(() => forger.documents.d.getMap('cells').get('r2/target') === 'later');
  const { d, h, c } = witness.documents;
  expect([d, h, c].map((document) => document.getMap('cells').size)).toEqual([1, 0, 0]);
});

it('lets nobody into a workbook by the link of another, or by a strange name', async () => {
  const { origin } = await runServer();
  const [one, other] = [await claimWorkbook(origin), await claimWorkbook(origin)];
  const link = await shareWorkbook(origin, one);
  for (const workbook of [other.workbook, 'constructor', '../etc', 'x'.repeat(23)]) {
    const { status } = newReplica().join(origin, workbook, link.token);
    await until(() => status.current().state === 'refused');
    expect(status.current().reason).toBe('refused');
  }
});

it('cuts off a link that expires while it is in use', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner, { expires: Date.now() + 500 });
  const connection = newReplica().join(origin, owner.workbook, link.token);
  await settled(connection);
  await until(() => connection.status.current().state === 'refused', 5000);
  expect(connection.status.current().reason).toBe('expired');
});

it('leaves the others connected when one link is stopped', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const [stopped, kept] = [await shareWorkbook(origin, owner), await shareWorkbook(origin, owner)];
  const [cut, stays] = [stopped, kept].map(({ token }) =>
    newReplica().join(origin, owner.workbook, token)
  );
  const states: string[] = [];
  await until(() => stays?.status.current().state === 'connected');
  await until(() => cut?.status.current().state === 'connected');
  stays?.status.subscribe(({ state }) => states.push(state));
  await stopLink(origin, owner, stopped.id);
  await until(() => cut?.status.current().state === 'refused', 5000);
  expect(new Set(states)).toEqual(new Set(['connected']));
});

it('shows nobody under the id of somebody who came by another link', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner);
  const [honest, forger, witness] = [newReplica(), newReplica(), newReplica()];
  const here = { name: '赵青', colour: '#1677ff', sheet: null, row: null, column: null };
  const id = honest.d.clientID;
  const ofHonest = honest.join(origin, owner.workbook, owner.token);
  const ofWitness = witness.join(origin, owner.workbook, owner.token);
  ofHonest.setPresence(here);
  await until(() => ofWitness.peers.current().length === 1);
  forger.d.clientID = id;
  const ofForger = forger.join(origin, owner.workbook, link.token);
  await settled(ofForger);
  for (let count = 0; count < 5; count++) ofForger.setPresence({ ...here, name: `假${count}` });
  forger.d.clientID = id + 1;
  forger.cells.set('r1/target', 'sent after the forged presence');
  await until(() => witness.cells.size === 1);
  expect(ofWitness.peers.current()).toEqual([{ id, ...here }]);
});

it('never takes a document that cannot be read for an empty one', async () => {
  const { origin, data, logged } = await runServer();
  const owner = await claimWorkbook(origin);
  const store = new DatabaseSync(join(data, 'jibiao.sqlite'));
  onTestFinished(() => store.close());
  const damaged = new Uint8Array([9, 9, 9]);
  store
    .prepare('INSERT INTO document (name, state, stored) VALUES (?, ?, 0)')
    .run(`d.${owner.workbook}`, damaged);
  const replica = newReplica();
  const { status } = replica.join(origin, owner.workbook, owner.token);
  await until(() => logged.some((line) => line.includes('not-loaded')));
  replica.cells.set('r1/target', 'would be written over the damaged one');
  expect(status.current()).toMatchObject({ pending: 1, syncedAt: null });
  store.prepare('DELETE FROM document').run();
  await settled({ status } as Parameters<typeof settled>[0]);
  expect(replica.cells.get('r1/target')).toBe('would be written over the damaged one');
});
