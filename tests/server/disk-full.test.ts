import { expect, it } from 'vitest';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { measured, refusals, runServer } from './running.ts';
import { until } from './until.ts';
import { silenceLibraries } from './silence.ts';

const MEBIBYTE = 1024 * 1024;

it('acknowledges nothing while the disk is full, keeps what it has, and takes the rest later', async () => {
  silenceLibraries();
  const small = await runServer({ dataLimit: 1 });
  const owner = await claimWorkbook(small.origin);
  const writer = newReplica();
  const connection = writer.join(small.origin, owner.workbook, owner.token);
  writer.cells.set('r1/target', '满之前填的');
  await settled(connection);
  writer.cells.set('large', 'x'.repeat(2 * MEBIBYTE));
  const pendings = new Set<number>();
  connection.status.subscribe(({ state, pending }) => {
    if (state === 'connected') pendings.add(pending);
  });
  await until(async () => (await refusals(small, 'storage')) >= 2);
  expect(pendings).not.toContain(0);
  const health = await fetch(`${small.origin}/health`);
  expect([health.status, await health.json()]).toEqual([200, { ok: true }]);

  // What fits is still read: the full disk has harmed nothing.
  const reader = newReplica();
  const reading = reader.join(small.origin, owner.workbook, owner.token);
  await until(() => reader.cells.get('r1/target') === '满之前填的');
  reading.disconnect();
  await small.close();

  const larger = await runServer({ data: small.data, port: small.port });
  await settled(connection);
  expect(await measured(larger.origin, 'jibiao_acknowledged_updates_total')).toBeGreaterThan(0);
  const witness = newReplica();
  await settled(witness.join(larger.origin, owner.workbook, owner.token));
  expect(witness.cells.get('large')).toHaveLength(2 * MEBIBYTE);
});

it('takes 20 MiB of offline edits at once', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const offline = newReplica();
  for (let cell = 0; cell < 640; cell++) {
    offline.cells.set(`r${cell}/target`, `${cell} `.padEnd(32 * 1024, 'x'));
  }
  const connection = offline.join(origin, owner.workbook, owner.token);
  await settled(connection);
  connection.disconnect();
  const reader = newReplica();
  await settled(reader.join(origin, owner.workbook, owner.token));
  expect(reader.cells.size).toBe(640);
}, 30_000);
