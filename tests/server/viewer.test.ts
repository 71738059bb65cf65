import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createJournal } from '#server/journal.ts';
import { openStore } from '#server/store.ts';
import { MESSAGE, openRaw, SYNC } from './raw-client.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { runServer } from './running.ts';
import { silenceLibraries } from './silence.ts';
import { until } from './until.ts';

/** Types 0 to 10 are those of Hocuspocus; the rest has never been given. */
const TYPES = [...Array.from({ length: 12 }, (_, type) => type), 127, 128, 2 ** 31];

it('lets a viewer change nothing, whatever type of message it sends about any document', async () => {
  silenceLibraries();
  const { origin, data } = await runServer();
  const owner = await claimWorkbook(origin);
  const viewing = await shareWorkbook(origin, owner, { role: 'view' });
  const writer = newReplica();
  const connection = writer.join(origin, owner.workbook, owner.token);
  writer.cells.set('r1/target', 'right');
  await settled(connection);

  const forged = new Y.Doc();
  forged.getMap('cells').set('r1/target', 'forged');
  forged.getArray('log').push(['forged']);
  const update = Y.encodeStateAsUpdate(forged);
  for (const kind of ['d', 'h', 'c']) {
    for (const type of TYPES) {
      const client = await openRaw(origin, `${kind}.${owner.workbook}`);
      client.sendToken(viewing.token);
      await until(() => client.answers.length === 1);
      expect(client.answers).toEqual(['readonly']);
      for (const inner of [...Object.values(SYNC), 3, 127]) {
        client.send((encoder) => {
          encoding.writeVarUint(encoder, type);
          encoding.writeVarUint(encoder, inner);
          encoding.writeVarUint8Array(encoder, update);
        });
      }
      client.sendToken(owner.token.replace(/.$/, 'x'));
      client.sendUpdate(update);
      client.close();
      await client.closed;
    }
  }
  writer.cells.set('r2/target', 'a later one');
  await settled(connection);
  const witness = newReplica();
  await settled(witness.join(origin, owner.workbook, owner.token));
  expect(witness.cells.toJSON()).toEqual({ 'r1/target': 'right', 'r2/target': 'a later one' });
  expect(witness.h.getArray('log').length).toBe(0);
  expect(createJournal(openStore(data)).read(`c.${owner.workbook}`)).toEqual([]);
});

it('shows of each connection one small state, however many it claims', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const viewing = await shareWorkbook(origin, owner, { role: 'view' });
  const witness = newReplica().join(origin, owner.workbook, owner.token);
  await settled(witness);
  const client = await openRaw(origin, `d.${owner.workbook}`);
  client.sendToken(viewing.token);
  await until(() => client.answers.length === 1);
  const claim = (count: number, name: string) => {
    const awareness = new Awareness(new Y.Doc());
    const ids = Array.from({ length: count }, (_, index) => 1000 + index);
    for (const id of ids) {
      awareness.states.set(id, { peer: { name, colour: '#000' } });
      awareness.meta.set(id, { clock: 1, lastUpdated: Date.now() });
    }
    client.send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.presence);
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, ids));
    });
    awareness.destroy();
  };
  claim(1, 'x'.repeat(2000));
  claim(500, '假');
  await until(() => witness.peers.current().length > 0);
  claim(500, '又一个');
  client.sendUpdate(Y.encodeStateAsUpdate(new Y.Doc()));
  await until(() => client.received.includes(MESSAGE.status));
  expect(witness.peers.current()).toHaveLength(1);
  expect(witness.peers.current()[0]?.name).toBe('假');
});
