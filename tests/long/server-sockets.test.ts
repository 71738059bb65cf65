import { expect, it } from 'vitest';
import { openRaw } from '#tests/server/raw-client.ts';
import { claimWorkbook, newReplica, settled } from '#tests/server/replica.ts';
import { refusals, runServer } from '#tests/server/running.ts';
import { until } from '#tests/server/until.ts';

const SOCKETS = 5000;
const AT_ONCE = 100;

it('sends 5,000 idle sockets away in time, and serves somebody meanwhile', async () => {
  const limits = { connections: SOCKETS + 10, connectionsPerAddress: SOCKETS + 10 };
  const server = await runServer({ limits });
  const owner = await claimWorkbook(server.origin);
  const honest = newReplica();
  const connection = honest.join(server.origin, owner.workbook, owner.token);
  await settled(connection);
  const before = process.memoryUsage().rss;
  let [open, longest] = [0, 0];
  const leaving: Promise<unknown>[] = [];
  while (open < SOCKETS) {
    const sockets = await Promise.all(
      Array.from({ length: AT_ONCE }, () => openRaw(server.origin, 'd.x'))
    );
    const begun = performance.now();
    leaving.push(
      ...sockets.map(async ({ closed }) => {
        await closed;
        longest = Math.max(longest, performance.now() - begun);
      })
    );
    open += AT_ONCE;
    honest.cells.set(`r${open}/target`, '照常填写');
  }
  await settled(connection);
  await Promise.all(leaving);
  await until(async () => (await refusals(server, 'silent')) === SOCKETS);
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  console.info(
    `${SOCKETS} idle sockets: longest ${Math.round(longest)} ms, ${Math.round(grown)} MiB`
  );
  expect(longest).toBeLessThan(15_000);
}, 120_000);
