import { expect, it, onTestFinished } from 'vitest';
import { connect, syncAddress } from '#lib/sync/connection.ts';
import type { Connection } from '#lib/sync/connection.ts';
import { openStore } from '#server/store.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from '#tests/server/replica.ts';
import { runServer } from '#tests/server/running.ts';
import { until } from '#tests/server/until.ts';

const MEBIBYTE = 1024 * 1024;

/** Puts rows into the store of a running server's data. */
function inStore(data: string, sql: string): void {
  const store = openStore(data);
  store.exec(sql);
  store.close();
}

async function troubled({ status }: Connection, trouble: string): Promise<void> {
  await until(() => status.current().trouble === trouble);
  expect(status.current()).toMatchObject({ syncedAt: null });
}

it('says that the server could not store an edit, until it can', async () => {
  const { origin, data } = await runServer();
  const owner = await claimWorkbook(origin);
  const replica = newReplica();
  replica.cells.set('r1/target', '≥95%');
  inStore(
    data,
    `CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(FAIL, 'disk is full'); END`
  );
  const connection = replica.join(origin, owner.workbook, owner.token);
  await troubled(connection, 'unstored');
  replica.cells.set('r2/target', '3公里');
  expect(connection.status.current()).toMatchObject({ pending: 1, unsure: false });

  inStore(data, 'DROP TRIGGER full');
  await settled(connection);
  expect(connection.status.current()).toMatchObject({ trouble: null, pending: 0 });
});

it('says that the server cannot read the workbook just now', async () => {
  const { origin, data } = await runServer();
  const owner = await claimWorkbook(origin);
  inStore(
    data,
    `INSERT INTO journal (name, bytes, added) VALUES ('d.${owner.workbook}', x'99', 0)`
  );
  const replica = newReplica();
  const connection = replica.join(origin, owner.workbook, owner.token);
  await troubled(connection, 'unreadable');

  inStore(data, 'DELETE FROM journal');
  await until(() => connection.status.current().trouble === null);
});

it('says that the server lets nobody more in, until somebody leaves', async () => {
  const { origin } = await runServer({ limits: { connections: 1 } });
  const owner = await claimWorkbook(origin);
  const first = newReplica().join(origin, owner.workbook, owner.token);
  await settled(first);
  const second = newReplica().join(origin, owner.workbook, owner.token);
  await troubled(second, 'busy');
  first.disconnect();
  await until(() => second.status.current().trouble === null);
  expect(second.status.current().state).toBe('connected');
});

it('says that more was sent at once than the server takes', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const replica = newReplica();
  for (let row = 0; row < 33; row++) replica.cells.set(`r${row}/a`, 'x'.repeat(MEBIBYTE));
  await troubled(replica.join(origin, owner.workbook, owner.token), 'large');
}, 20_000);

it('says so when a document has no room for more, and keeps what it has', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const replica = newReplica();
  const connection = replica.join(origin, owner.workbook, owner.token);
  for (let row = 0; row < 28; row++) {
    replica.cells.set(`r${row}/a`, 'x'.repeat(MEBIBYTE));
    await settled(connection);
  }
  // What was written over takes no room.
  replica.cells.set('r0/a', 'y'.repeat(MEBIBYTE));
  await settled(connection);
  replica.cells.set('r1/b', 'z'.repeat(2 * MEBIBYTE));
  await until(() => connection.status.current().trouble === 'large');
  connection.disconnect();

  const reader = newReplica();
  await settled(reader.join(origin, owner.workbook, owner.token));
  expect(reader.cells.size).toBe(28);
}, 40_000);

it.each([
  ['older', 2],
  ['newer', 0]
] as const)('exchanges nothing with a server whose version is %s', async (trouble, version) => {
  const { origin } = await runServer();
  const { workbook, token } = await claimWorkbook(origin);
  const { d, h, cells } = newReplica();
  cells.set('r1/target', '≥95%');
  const url = syncAddress(origin, version);
  const connection = connect({ url, workbook, documents: { d, h }, token });
  onTestFinished(connection.disconnect);
  await troubled(connection, trouble);
  const other = newReplica();
  await settled(other.join(origin, workbook, token));
  expect(other.cells.size).toBe(0);
});

it('says that the role does not let the server take what the device has', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const { token } = await shareWorkbook(origin, owner, { role: 'view' });
  const replica = newReplica();
  replica.cells.set('r1/target', '没有发出的修改');
  const connection = replica.join(origin, owner.workbook, token);
  await troubled(connection, 'withheld');
  expect(connection.status.current().pending).toBeGreaterThan(0);
  connection.disconnect();

  const reader = newReplica().join(origin, owner.workbook, token);
  await settled(reader);
  expect(reader.status.current().trouble).toBeNull();
});

it('counts edits of earlier times until everything has been confirmed', async () => {
  const { origin } = await runServer();
  const { workbook, token } = await claimWorkbook(origin);
  const { d, h, cells } = newReplica();
  cells.set('r1/target', '上次没有发出');
  const url = syncAddress(origin);
  const connection = connect({ url, workbook, documents: { d, h }, token, unsent: 3 });
  onTestFinished(connection.disconnect);
  cells.set('r2/target', '这次的');
  expect(connection.status.current()).toMatchObject({ pending: 4, unsure: false });
  await settled(connection);
});

it('goes on counting what is written after the link has ended', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const replica = newReplica();
  const connection = replica.join(origin, owner.workbook, `owner.${'A'.repeat(43)}`);
  await until(() => connection.status.current().state === 'refused');
  expect(connection.status.current().pending).toBe(0);
  replica.cells.set('r1/target', '停用以后填的');
  expect(connection.status.current()).toMatchObject({ state: 'refused', pending: 1 });
});
