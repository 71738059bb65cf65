import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { builtPages, temporaryFolder } from './folders.ts';
import { endWhileWriting } from './ending.ts';
import { runProgram } from './program.ts';
import { printedSeed, seeded } from './random.ts';
import { openRaw } from './raw-client.ts';
import { claimWorkbook } from './replica.ts';
import { runServer } from './running.ts';
import { until } from './until.ts';

it('loses nothing it acknowledged when it is killed at any moment', async () => {
  const random = seeded(printedSeed('killed server'));
  const { acknowledged, lost, codes } = await endWhileWriting('SIGKILL', 8, random);
  expect(acknowledged).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(codes).toEqual(new Set([null]));
}, 60_000);

it('ends within seconds and loses nothing when it is asked to end while somebody writes', async () => {
  const random = seeded(printedSeed('ended server'));
  const { acknowledged, lost, codes, longestEnd } = await endWhileWriting('SIGTERM', 3, random);
  expect(acknowledged).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(codes).toEqual(new Set([0]));
  expect(longestEnd).toBeLessThan(10_000);
}, 60_000);

it('tells everybody that it is stopping', async () => {
  const environment = { JIBIAO_DATA: temporaryFolder(), JIBIAO_BUILD: builtPages() };
  const program = runProgram(environment);
  const origin = await program.origin();
  const owner = await claimWorkbook(origin);
  const client = await openRaw(origin, `d.${owner.workbook}`);
  client.sendToken(owner.token);
  await until(() => client.answers.length === 1);
  const waiting = await openRaw(origin, `d.${owner.workbook}`);
  expect(await program.end('SIGTERM')).toBe(0);
  for (const { closed } of [client, waiting]) {
    expect(await closed).toEqual({ code: 1001, reason: 'stopping' });
  }
});

it('ends well also where a document is damaged and cannot be folded', async () => {
  const server = await runServer();
  const store = new DatabaseSync(join(server.data, 'jibiao.sqlite'));
  const damaged = new Uint8Array([9, 9, 9]);
  store
    .prepare('INSERT INTO journal (name, bytes, added) VALUES (?, ?, 0)')
    .run(`d.${'x'.repeat(22)}`, damaged);
  store.close();
  await server.close();
  const events = server.logged.map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events.slice(-2)).toEqual(['fault', 'stopped']);
});
