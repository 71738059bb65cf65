import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { SyncStatus } from '#lib/sync/connection.ts';
import { stopLink } from '#lib/sync/sharing.ts';
import { createJournal } from '#server/journal.ts';
import { openStore } from '#server/store.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from '#tests/server/replica.ts';
import { runServer } from '#tests/server/running.ts';
import { until } from '#tests/server/until.ts';

describe('two people at one workbook', () => {
  it('see each other’s different cells', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const { token } = await shareWorkbook(origin, owner);
    const [a, b] = [newReplica(), newReplica()];
    a.join(origin, owner.workbook, owner.token);
    b.join(origin, owner.workbook, token);
    a.cells.set('r1/target', '≥95%');
    b.cells.set('r2/target', '3公里');
    await until(() => a.cells.size === 2 && b.cells.size === 2);
    expect(b.cells.toJSON()).toEqual({ 'r1/target': '≥95%', 'r2/target': '3公里' });
  });

  it('agree on one value of the same cell', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const [a, b] = [newReplica(), newReplica()];
    a.cells.set('r1/target', '甲');
    b.cells.set('r1/target', '乙');
    const joined = [a, b].map((one) => one.join(origin, owner.workbook, owner.token));
    await Promise.all(joined.map(settled));
    await until(() => a.cells.get('r1/target') === b.cells.get('r1/target'));
    expect(['甲', '乙']).toContain(a.cells.get('r1/target'));
  });

  it('keep both sides’ edits of a time without a server', async () => {
    const first = await runServer();
    const owner = await claimWorkbook(first.origin);
    const [a, b] = [newReplica(), newReplica()];
    const joined = [a, b].map((one) => one.join(first.origin, owner.workbook, owner.token));
    await Promise.all(joined.map(settled));
    await first.close();
    await until(() => joined.every(({ status }) => status.current().state === 'offline'));
    a.cells.set('r1/target', '甲');
    a.h.getArray('log').push(['edit of a']);
    b.cells.set('r2/target', '乙');
    // An edit writes the sheets and the log.
    expect(joined[0]?.status.current()).toMatchObject({ pending: 1, unsure: false });
    await runServer({ data: first.data, port: first.port });
    await Promise.all(joined.map(settled));
    await until(() => a.cells.size === 2 && b.cells.size === 2 && b.h.getArray('log').length === 1);
    expect(a.cells.toJSON()).toEqual(b.cells.toJSON());
  });

  it('end equal, whatever they wrote before they met', async () => {
    const { origin } = await runServer();
    const edit = fc.record({
      key: fc.constantFrom('r1/a', 'r1/b', 'r2/a', '__proto__', 'constructor'),
      text: fc.string()
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit), fc.array(edit), async (ofA, ofB) => {
        const owner = await claimWorkbook(origin);
        const [a, b] = [newReplica(), newReplica()];
        ofA.forEach(({ key, text }) => a.cells.set(key, text));
        ofB.forEach(({ key, text }) => b.cells.set(key, text));
        const joined = [a, b].map((one) => one.join(origin, owner.workbook, owner.token));
        await Promise.all(joined.map(settled));
        const keys = new Set([...ofA, ...ofB].map(({ key }) => key));
        await until(() => a.cells.size === keys.size && b.cells.size === keys.size);
        await until(() => [...a.cells].every(([key, text]) => b.cells.get(key) === text));
        joined.forEach((one) => one.disconnect());
      }),
      { numRuns: 10 }
    );
  });
});

it('connects anew, once, when an update has waited too long for one that it rests on', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const [replica, other] = [newReplica(), newReplica()];
  const connection = replica.join(origin, owner.workbook, owner.token);
  await settled(connection);
  other.cells.set('r1/target', 'not sent');
  const first = Y.encodeStateVector(other.d);
  other.cells.set('r2/target', 'sent');
  const states: string[] = [];
  connection.status.subscribe(({ state }) => states.push(state));

  Y.applyUpdate(replica.d, Y.encodeStateAsUpdate(other.d, first), 'tab');
  expect(replica.cells.size).toBe(0);

  await until(() => states.includes('offline'));
  await settled(connection);
  Y.applyUpdate(replica.d, Y.encodeStateAsUpdate(other.d), 'tab');
  await settled(connection);
  expect(replica.cells.size).toBe(2);
  expect(states.filter((state) => state === 'offline')).toHaveLength(1);
}, 20_000);

describe('the status', () => {
  it('says synced only when nothing is pending, and from then on when', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const replica = newReplica();
    replica.cells.set('r1/target', 'written before there was a connection');
    const { status } = replica.join(origin, owner.workbook, owner.token);
    const seen: SyncStatus[] = [];
    status.subscribe((one) => seen.push(one));
    expect(seen[0]).toMatchObject({
      state: 'connecting',
      pending: 1,
      unsure: true,
      syncedAt: null
    });
    await until(() => status.current().syncedAt !== null);
    expect(seen.every((one) => one.syncedAt === null || one.pending === 0)).toBe(true);
    replica.cells.set('r1/target', 'another');
    expect(status.current().pending).toBe(1);
    const before = status.current().syncedAt;
    await until(() => status.current().pending === 0);
    expect(status.current().syncedAt?.getTime()).toBeGreaterThanOrEqual(Number(before));
  });

  it('takes nothing for synced that only part of the edits made offline have reached', async () => {
    const first = await runServer();
    const owner = await claimWorkbook(first.origin);
    const replica = newReplica();
    const connection = replica.join(first.origin, owner.workbook, owner.token);
    await settled(connection);
    await first.close();
    await until(() => connection.status.current().state === 'offline');
    for (let row = 0; row < 5; row++) replica.cells.set(`r${row}/target`, '甲');
    const store = openStore(first.data);
    onTestFinished(() => store.close());
    store.exec(`CREATE TRIGGER one_only BEFORE INSERT ON journal
      WHEN (SELECT count(*) FROM journal WHERE name = NEW.name) >= 1
      BEGIN SELECT RAISE(FAIL, 'disk is full'); END`);
    await runServer({ data: first.data, port: first.port });
    await until(() => connection.status.current().pending === 0);
    const stored = new Y.Doc();
    for (const update of createJournal(store).read(`d.${owner.workbook}`)) {
      Y.applyUpdate(stored, update);
    }
    expect(stored.getMap('cells').toJSON()).toEqual(replica.cells.toJSON());
  });

  it('counts nothing for a workbook that has nothing to send', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const { status } = newReplica().join(origin, owner.workbook, owner.token);
    const pending: number[] = [];
    status.subscribe((one) => pending.push(one.pending));
    await until(() => status.current().syncedAt !== null);
    expect(new Set(pending)).toEqual(new Set([0]));
  });

  it('is offline while there is no server, and connected soon after it is back', async () => {
    const first = await runServer();
    const owner = await claimWorkbook(first.origin);
    const { status } = newReplica().join(first.origin, owner.workbook, owner.token);
    await until(() => status.current().state === 'connected');
    await first.close();
    await until(() => status.current().state === 'offline');
    await runServer({ data: first.data, port: first.port });
    await until(() => status.current().state === 'connected', 3500);
    expect(status.current().pending).toBe(0);
  });

  it('is refused with a secret that is not right', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const replica = newReplica();
    replica.cells.set('r1/target', 'mine');
    const connection = replica.join(origin, owner.workbook, `owner.${'A'.repeat(43)}`);
    const { status } = connection;
    await until(() => status.current().state === 'refused');
    connection.disconnect();
    expect(status.current()).toMatchObject({ reason: 'refused', pending: 1, syncedAt: null });
  });

  it('is refused within five seconds when the link is stopped, and what was written stays', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const link = await shareWorkbook(origin, owner);
    const replica = newReplica();
    const connection = replica.join(origin, owner.workbook, link.token);
    replica.cells.set('r1/target', 'kept');
    await settled(connection);
    await stopLink(origin, owner, link.id);
    await until(() => connection.status.current().state === 'refused', 5000);
    expect(connection.status.current().reason).toBe('stopped');
    expect(replica.cells.get('r1/target')).toBe('kept');
  });
});

describe('presence', () => {
  const presence = { name: '赵青', colour: '#1677ff', sheet: 's1', row: 'r1', column: 'target' };

  it('shows who is here, in which cell, and that they have left', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const [a, b] = [newReplica(), newReplica()];
    const [ofA, ofB] = [a, b].map((one) => one.join(origin, owner.workbook, owner.token));
    ofA?.setPresence(presence);
    await until(() => ofB?.peers.current().length === 1);
    expect(ofB?.peers.current()).toEqual([{ id: a.d.clientID, ...presence }]);
    ofA?.setPresence({ ...presence, row: 'r2' });
    await until(() => ofB?.peers.current()[0]?.row === 'r2');
    expect(ofA?.peers.current()).toEqual([]);
    ofA?.disconnect();
    await until(() => ofB?.peers.current().length === 0);
  });

  it('shows at once who leaves and comes back, and leaves no ghost behind', async () => {
    const { origin } = await runServer();
    const owner = await claimWorkbook(origin);
    const [a, b] = [newReplica(), newReplica()];
    const { peers } = b.join(origin, owner.workbook, owner.token);
    for (const row of ['r1', 'r2', 'r3']) {
      const again = a.join(origin, owner.workbook, owner.token);
      again.setPresence({ ...presence, row });
      await until(() => peers.current()[0]?.row === row);
      again.disconnect();
      await until(() => peers.current().length === 0);
    }
  });

  it('comes back when the server does', async () => {
    const first = await runServer();
    const owner = await claimWorkbook(first.origin);
    const [a, b] = [newReplica(), newReplica()];
    const [ofA, ofB] = [a, b].map((one) => one.join(first.origin, owner.workbook, owner.token));
    ofA?.setPresence(presence);
    await until(() => ofB?.peers.current().length === 1);
    await first.close();
    await until(() => ofB?.peers.current().length === 0);
    await runServer({ data: first.data, port: first.port });
    await until(() => ofB?.peers.current().length === 1);
    ofA?.disconnect();
    await until(() => ofB?.peers.current().length === 0);
  });
});
