import { randomBytes } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { newWorkbookId } from '#lib/model/ids.ts';
import { createGuesses } from '#server/guesses.ts';
import { LIMITS } from '#server/limits.ts';
import { createVisitors } from '#server/visitors.ts';
import { MESSAGE, openRaw } from './raw-client.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { measured, refusals, runServer } from './running.ts';
import { until } from './until.ts';
import { silenceLibraries } from './silence.ts';

it('lets a connection send 4,000 messages at once and then 300 a second, long ones counting more', () => {
  let now = 0;
  const visitor = createVisitors(LIMITS, () => now).enter('10.0.0.1');
  if (typeof visitor === 'string') throw new Error(visitor);
  const answers = Array.from({ length: 4001 }, () => visitor.maySend(100));
  expect(answers.indexOf(false)).toBe(4000);
  now = 1000;
  expect(Array.from({ length: 300 }, () => visitor.maySend(100)).indexOf(false)).toBe(299);
  now = 3_600_000;
  expect([1, 2].map(() => visitor.maySend(32 * 1024 * 1024))).toEqual([true, false]);
});

it('has room for so many connections in all and from one address, and again when they leave', () => {
  const limits = { ...LIMITS, connections: 3, connectionsPerAddress: 2 };
  const visitors = createVisitors(limits);
  const entered = ['a', 'a', 'a', 'b', 'c'].map((address) => visitors.enter(address));
  expect(entered.map((one) => (typeof one === 'string' ? one : 'in'))).toEqual([
    'in',
    'in',
    'address',
    'in',
    'full'
  ]);
  const [first] = entered;
  if (!first || typeof first === 'string') throw new Error(first);
  visitors.leave(first);
  visitors.leave(first);
  expect(visitors.count()).toBe(2);
  expect(visitors.enter('a')).toMatchObject({ number: 4 });
});

it('tells an address of 20 wrong links at once, then of two a second, and of no more', () => {
  let now = 0;
  const waitOf = createGuesses(() => now);
  const waits = Array.from({ length: 30 }, () => waitOf('10.0.0.1'));
  expect(waits.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0));
  expect(waits.slice(20)).toEqual([500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, null, null]);
  expect(waitOf('10.0.0.2')).toBe(0);
  now = 500;
  expect([waitOf('10.0.0.1'), waitOf('10.0.0.1')]).toEqual([4000, null]);
  now = 3_600_000;
  expect(waitOf('10.0.0.1')).toBe(0);
});

it('sends away who floods it, and goes on serving the others', async () => {
  const server = await runServer({ limits: { burst: 500, perSecond: 50 } });
  const { origin } = server;
  const owner = await claimWorkbook(origin);
  const flooder = await openRaw(origin, `d.${owner.workbook}`);
  flooder.sendToken(owner.token);
  const beside = newReplica();
  const connection = beside.join(origin, owner.workbook, owner.token);
  await settled(connection);
  const states: string[] = [];
  connection.status.subscribe(({ state }) => states.push(state));
  const empty = Y.encodeStateAsUpdate(new Y.Doc());
  for (let count = 0; count < 10_000; count++) flooder.sendUpdate(empty);
  expect(await flooder.closed).toEqual({ code: 1008, reason: 'rate' });
  beside.cells.set('r1/target', '照常');
  await settled(connection);
  expect(new Set(states)).toEqual(new Set(['connected']));
  expect(await refusals(server, 'rate')).toBe(1);
});

it('closes what shows no good token in time, however busily it talks', async () => {
  const server = await runServer({ limits: { silence: 300 } });
  const { origin } = server;
  const owner = await claimWorkbook(origin);
  const name = `d.${owner.workbook}`;
  const idle = await Promise.all(Array.from({ length: 100 }, () => openRaw(origin, name)));
  const talking = await openRaw(origin, name);
  const talk = setInterval(() => talking.sendToken(`1.${'a'.repeat(12)}.${'b'.repeat(43)}`), 20);
  const honest = await openRaw(origin, name);
  honest.sendToken(owner.token);
  for (const { closed } of [...idle, talking]) {
    expect(await closed).toEqual({ code: 1008, reason: 'silent' });
  }
  clearInterval(talk);
  expect(honest.isClosed()).toBe(false);
  expect(await refusals(server, 'silent')).toBe(101);
});

it('closes a plain socket that never asks for anything', async () => {
  const { port } = await runServer({ limits: { silence: 200 } });
  const socket = connectSocket(port, '127.0.0.1');
  socket.on('error', () => {}).resume();
  await until(() => socket.closed);
});

it('has no room for more connections than it is told, and says when it has', async () => {
  const server = await runServer({ limits: { connections: 3, connectionsPerAddress: 2 } });
  const name = `d.${newWorkbookId()}`;
  const [one] = [await openRaw(server.origin, name), await openRaw(server.origin, name)];
  const third = await openRaw(server.origin, name);
  expect(await third.closed).toEqual({ code: 1013, reason: 'address' });
  one.close();
  await until(async () => (await measured(server.origin, 'jibiao_connections')) === 1);
  const fourth = await openRaw(server.origin, name);
  expect(await measured(server.origin, 'jibiao_connections')).toBe(2);
  expect(fourth.isClosed()).toBe(false);
});

it('opens eight documents on one connection and no ninth', async () => {
  silenceLibraries();
  const { origin } = await runServer();
  const workbooks = await Promise.all(Array.from({ length: 3 }, () => claimWorkbook(origin)));
  const client = await openRaw(origin, 'unused');
  const names = workbooks.flatMap(({ workbook, token }) =>
    ['d', 'c', 'h'].map((kind) => ({ name: `${kind}.${workbook}`, token }))
  );
  for (const [index, { name, token }] of names.entries()) {
    client.sendToken(token, name);
    await until(() => client.answers.length === index + 1);
  }
  const allowed = Array.from({ length: 8 }, () => 'read-write');
  expect(client.answers).toEqual([...allowed, 'unavailable']);
});

it('closes on a message of no known type, and on presence above 256 KiB', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const frames = [new Uint8Array(), new Uint8Array([255]), randomBytes(64)];
  for (const frame of frames) {
    const client = await openRaw(origin, `d.${owner.workbook}`);
    client.sendToken(owner.token);
    client.sendBytes(frame);
    expect((await client.closed).code).toBe(1008);
  }
  const large = await openRaw(origin, `d.${owner.workbook}`);
  large.send((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence);
    encoding.writeVarUint8Array(encoder, new Uint8Array(300 * 1024));
  });
  expect((await large.closed).code).toBe(1008);
});
