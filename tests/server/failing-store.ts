import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { Random } from './random.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { refusals, runServer } from './running.ts';
import { silenceLibraries } from './silence.ts';
import { until } from './until.ts';

const LONGEST_PAUSE = 300;

export interface Failing {
  /** How many edits were made while the store failed. */
  readonly edits: number;
  /** Those of them that somebody was told were on the disk before it was well again. */
  readonly acknowledgedTooSoon: number;
  /** Those that the server did not have in the end. */
  readonly lost: readonly string[];
  /** How often the store was tried, for each client and minute. */
  readonly attempts: number;
  /** Milliseconds from when it was well until everything was acknowledged. */
  readonly recovery: number;
}

/** Lets clients write while the store takes nothing for so many milliseconds, and then is well again. */
export async function writeWhileStoreFails(
  clients: number,
  duration: number,
  random: Random
): Promise<Failing> {
  silenceLibraries();
  const server = await runServer();
  const owner = await claimWorkbook(server.origin);
  const { token } = await shareWorkbook(server.origin, owner);
  const writers = Array.from({ length: clients }, () => {
    const replica = newReplica();
    return { replica, connection: replica.join(server.origin, owner.workbook, token) };
  });
  for (const { connection } of writers) await settled(connection);

  const store = new DatabaseSync(join(server.data, 'jibiao.sqlite'));
  onTestFinished(() => store.close());
  store.exec(
    "CREATE TRIGGER failing BEFORE INSERT ON journal BEGIN SELECT RAISE(FAIL, 'disk error'); END"
  );
  const written: string[] = [];
  let acknowledgedTooSoon = 0;
  const end = Date.now() + duration;
  const writing = writers.map(async ({ replica, connection }, writer) => {
    for (let count = 0; Date.now() < end; count++) {
      const key = `r${writer}/${count}`;
      replica.cells.set(key, `停电时 ${count}`);
      written.push(key);
      await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_PAUSE));
      const { state, pending } = connection.status.current();
      if (state === 'connected' && pending === 0) acknowledgedTooSoon += 1;
    }
  });
  await Promise.all(writing);
  const attempts = (await refusals(server, 'storage')) / clients / (duration / 60_000);
  store.exec('DROP TRIGGER failing');
  const well = performance.now();
  for (const { connection } of writers) {
    const { status } = connection;
    await until(
      () => status.current().state === 'connected' && status.current().pending === 0,
      60_000
    );
  }
  const recovery = performance.now() - well;
  await server.close();
  const again = await runServer({ data: server.data });
  const witness = newReplica();
  await settled(witness.join(again.origin, owner.workbook, owner.token));
  const lost = written.filter((key) => !witness.cells.has(key));
  return { edits: written.length, acknowledgedTooSoon, lost, attempts, recovery };
}
