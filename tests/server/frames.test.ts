import * as encoding from 'lib0/encoding';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { syncAddress } from '#lib/sync/connection.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { runServer } from './running.ts';

const SYNC = 0;
const AUTH = 2;
const UPDATE = 2;

/** A client that speaks the protocol by hand, already let in. `closed` is the code it is closed with. */
async function openRaw(origin: string, name: string, token: string) {
  const socket = new WebSocket(syncAddress(origin));
  onTestFinished(() => socket.close());
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code))
  );
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const send = (write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, name);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  send((encoder) => {
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, token);
  });
  const sendUpdate = (update: Uint8Array) =>
    send((encoder) => {
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, UPDATE);
      encoding.writeVarUint8Array(encoder, update);
    });
  return { closed, sendUpdate };
}

it('keeps a malformed update out of the journal, and closes on who sent it', async () => {
  const { origin, data, port, close } = await runServer();
  const owner = await claimWorkbook(origin);
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => errors.mockRestore());
  const name = `d.${owner.workbook}`;
  const good = new Y.Doc();
  good.getMap('cells').set('r1/target', 'good');
  const update = Y.encodeStateAsUpdate(good);
  for (const bad of [update.slice(0, -3), new Uint8Array([9, 9, 9]), new Uint8Array()]) {
    const client = await openRaw(origin, name, owner.token);
    client.sendUpdate(update);
    client.sendUpdate(bad);
    expect(await client.closed).toBe(1011);
  }
  await close();
  await runServer({ data, port });
  const reader = newReplica();
  await settled(reader.join(origin, owner.workbook, owner.token));
  expect(reader.cells.toJSON()).toEqual({ 'r1/target': 'good' });
});

it('closes on a frame above 32 MiB', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => errors.mockRestore());
  const client = await openRaw(origin, `d.${owner.workbook}`, owner.token);
  client.sendUpdate(new Uint8Array(33 * 1024 * 1024));
  expect(await client.closed).toBe(1009);
});

it('survives the names of things that every object has', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => errors.mockRestore());
  for (const name of ['constructor', '__proto__', 'toString']) {
    await openRaw(origin, name, owner.token);
  }
  await settled(newReplica().join(origin, owner.workbook, owner.token));
});
