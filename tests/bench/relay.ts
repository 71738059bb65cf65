import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as Y from 'yjs';
import { newWorkbookId } from '#lib/model/ids.ts';
import { connect, syncAddress, type Connection } from '#lib/sync/connection.ts';
import { newOwnerKey, ownerToken } from '#lib/sync/link.ts';
import { claim } from '#lib/sync/sharing.ts';
import type { Figure } from './figure.ts';
import { interleave, quantile } from './samples.ts';

const ROUNDS = 400;
const WARM_UP = 50;

/** An edit from A to B through the server, against the same bytes through a bare relay. */
export async function measureRelay(origin: string): Promise<Figure[]> {
  const people = await meet(origin);
  const wire = await bareWire();
  let count = 0;
  try {
    const { a, b } = await interleave(
      ROUNDS,
      () => people.send(`第${++count}次`),
      () => wire.send(people.lastUpdate()),
      WARM_UP
    );
    return [0.5, 0.95].map((share) => ({
      name: `edit from A to B, p${share * 100}`,
      unit: 'ms',
      measured: quantile(a, share),
      baseline: { name: 'bare WebSocket relay', value: quantile(b, share) },
      aim: null
    }));
  } finally {
    people.leave();
    wire.close();
  }
}

/** Two people at one workbook of the server. */
async function meet(origin: string) {
  const workbook = newWorkbookId();
  const ownerKey = newOwnerKey();
  const claimed = await claim(origin, { workbook, ownerKey });
  if (!claimed.ok) throw new Error(`relay: the workbook was not claimed: ${claimed.reason}`);
  const join = (d: Y.Doc) =>
    connect({
      url: syncAddress(origin),
      workbook,
      documents: { d, h: new Y.Doc() },
      token: ownerToken(ownerKey)
    });
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  const connections = [join(mine), join(theirs)];
  await Promise.all(connections.map(connected));
  let last: Uint8Array = new Uint8Array();
  mine.on('update', (update: Uint8Array) => (last = update));
  return {
    async send(text: string): Promise<number> {
      const arrived = new Promise<void>((resolve) => theirs.once('update', () => resolve()));
      const begun = performance.now();
      mine.getMap('cells').set('r1/target', text);
      await arrived;
      return performance.now() - begun;
    },
    lastUpdate: () => last,
    leave: () => connections.forEach((connection) => connection.disconnect())
  };
}

function connected({ status }: Connection): Promise<void> {
  return new Promise((resolve) => {
    const stop = status.subscribe(({ state, syncedAt }) => {
      if (state !== 'connected' || syncedAt === null) return;
      queueMicrotask(() => stop());
      resolve();
    });
  });
}

/** Two sockets at a relay that runs as a process of its own, as the server does. */
async function bareWire() {
  const relay = spawn(process.execPath, [join(import.meta.dirname, 'bare-relay.ts')], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const [printed] = await once(relay.stdout.setEncoding('utf8'), 'data');
  const address = String(printed).trim();
  const [from, to] = [new WebSocket(address), new WebSocket(address)];
  to.binaryType = 'arraybuffer';
  await Promise.all([once(from, 'open'), once(to, 'open')]);
  return {
    async send(bytes: Uint8Array): Promise<number> {
      const arrived = once(to, 'message');
      const begun = performance.now();
      from.send(bytes as Uint8Array<ArrayBuffer>);
      await arrived;
      return performance.now() - begun;
    },
    close() {
      from.close();
      to.close();
      relay.kill();
    }
  };
}
