import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { openRaw } from './raw-client.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { runServer } from './running.ts';
import { silenceLibraries } from './silence.ts';

it('keeps a malformed update out of the journal, and closes on who sent it', async () => {
  const { origin, data, port, close } = await runServer();
  const owner = await claimWorkbook(origin);
  silenceLibraries();
  const name = `d.${owner.workbook}`;
  const good = new Y.Doc();
  good.getMap('cells').set('r1/target', 'good');
  const update = Y.encodeStateAsUpdate(good);
  for (const bad of [update.slice(0, -3), new Uint8Array([9, 9, 9]), new Uint8Array()]) {
    const client = await openRaw(origin, name);
    client.sendToken(owner.token);
    client.sendUpdate(update);
    client.sendUpdate(bad);
    expect((await client.closed).code).toBe(1011);
  }
  await close();
  await runServer({ data, port });
  const reader = newReplica();
  await settled(reader.join(origin, owner.workbook, owner.token));
  expect(reader.cells.toJSON()).toEqual({ 'r1/target': 'good' });
});

it('closes on frames above 32 MiB, of 200 MiB too', async () => {
  const { origin, port } = await runServer();
  const owner = await claimWorkbook(origin);
  const client = await openRaw(origin, `d.${owner.workbook}`);
  client.sendToken(owner.token);
  client.sendUpdate(new Uint8Array(33 * 1024 * 1024));
  expect((await client.closed).code).toBe(1009);
  expect(await announceFrame(port, 200 * 1024 * 1024)).toBe(1009);
});

it('survives the names of things that every object has', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  silenceLibraries();
  for (const name of ['constructor', '__proto__', 'toString']) {
    const client = await openRaw(origin, name);
    client.sendToken(owner.token);
  }
  await settled(newReplica().join(origin, owner.workbook, owner.token));
});

/** Announces a frame of so many bytes and sends its beginning; answers the code it is closed with. */
async function announceFrame(port: number, bytes: number): Promise<number> {
  const socket = connectSocket(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(
    'GET /sync HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
  );
  await once(socket, 'data');
  // A final binary frame, masked, with its length in eight bytes.
  const head = Buffer.alloc(14);
  head.set([0x82, 0xff]);
  head.writeBigUInt64BE(BigInt(bytes), 2);
  socket.write(Buffer.concat([head, Buffer.alloc(64 * 1024)]));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.readUInt16BE(2);
}
