import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { openStore } from '#server/store.ts';
import { MESSAGE, openRaw, SYNC } from './raw-client.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { runServer } from './running.ts';
import { silenceLibraries } from './silence.ts';
import { until } from './until.ts';

it('tells colleagues of an edit while the disk is slow, and its author that it is kept afterwards', async () => {
  const { origin, data } = await runServer();
  const owner = await claimWorkbook(origin);
  const [author, colleague] = [newReplica(), newReplica()];
  const connection = author.join(origin, owner.workbook, owner.token);
  await settled(connection);
  await settled(colleague.join(origin, owner.workbook, owner.token));
  const disk = openStore(data);
  disk.exec('BEGIN IMMEDIATE');
  author.cells.set('r1/target', '≥95%');
  await until(() => colleague.cells.get('r1/target') === '≥95%');
  expect(connection.status.current().pending).toBe(1);
  disk.exec('COMMIT');
  disk.close();
  await settled(connection);
});

it('acknowledges to nobody what the disk refuses, whoever sends it', async () => {
  silenceLibraries();
  const { origin, data } = await runServer();
  const owner = await claimWorkbook(origin);
  const clients = await Promise.all([0, 1].map(() => openRaw(origin, `d.${owner.workbook}`)));
  for (const client of clients) client.sendToken(owner.token);
  await until(() => clients.every(({ answers }) => answers.length === 1));
  const [author, colleague] = clients as [(typeof clients)[0], (typeof clients)[0]];
  const document = new Y.Doc();
  document.getMap('cells').set('r1/target', '≥95%');
  const update = Y.encodeStateAsUpdate(document);
  const disk = openStore(data);
  disk.exec('BEGIN IMMEDIATE');
  author.sendUpdate(update);
  await until(() => colleague.received.includes(MESSAGE.sync));
  // The server knows this already, and does not have it on its disk.
  colleague.sendUpdate(update, SYNC.answer);
  disk.exec(
    `CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(FAIL, 'disk is full'); END`
  );
  disk.exec('COMMIT');
  for (const { closed, received } of clients) {
    expect((await closed).code).toBe(1011);
    expect(received).not.toContain(MESSAGE.status);
  }

  disk.exec('DROP TRIGGER full');
  disk.close();
  const reader = newReplica();
  await settled(reader.join(origin, owner.workbook, owner.token));
  expect(reader.cells.size).toBe(0);
});
