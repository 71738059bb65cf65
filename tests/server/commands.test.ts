import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newOwnerKey } from '#lib/sync/link.ts';
import { ownerToken } from '#lib/sync/token.ts';
import { listLinks } from '#lib/sync/sharing.ts';
import { readCommand } from '#server/commands/arguments.ts';
import { backUp } from '#server/commands/backup.ts';
import { replaceOwner } from '#server/commands/owner.ts';
import { restore } from '#server/commands/restore.ts';
import { builtPages, temporaryFolder } from './folders.ts';
import { runCommand, runProgram } from './program.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { runServer } from './running.ts';
import { until } from './until.ts';

function folders() {
  return { JIBIAO_DATA: temporaryFolder(), JIBIAO_BUILD: builtPages() };
}

it('backs up while somebody writes, and restores what was acknowledged by then', async () => {
  const environment = folders();
  const file = join(temporaryFolder(), 'backup.sqlite');
  const server = runProgram(environment);
  const origin = await server.origin();
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner);
  const writer = newReplica();
  const connection = writer.join(origin, owner.workbook, owner.token);
  writer.cells.set('r1/target', '≥95%');
  await settled(connection);
  let count = 0;
  const writing = setInterval(() => writer.cells.set(`r2/${count++}`, '还在填'), 5);
  const backedUp = await runCommand(environment, 'backup', file);
  clearInterval(writing);
  expect(backedUp).toEqual({ code: 0, printed: expect.stringContaining(`已备份到 ${file}（`) });
  expect(count).toBeGreaterThan(1);
  const bytes = readFileSync(file);
  for (const secret of [owner.ownerKey, link.secret]) expect(bytes.includes(secret)).toBe(false);

  const again = await runCommand(environment, 'backup', file);
  expect(again).toEqual({ code: 1, printed: `${file} 已经存在。要覆盖它，请加 --overwrite。\n` });
  expect((await runCommand(environment, 'backup', file, '--overwrite')).code).toBe(0);
  const running = await runCommand(environment, 'restore', file, '--overwrite');
  expect(running.printed).toContain('绩表服务正在使用数据文件夹');
  expect(running.code).toBe(1);
  await server.end('SIGTERM');
  connection.disconnect();

  const elsewhere = { ...environment, JIBIAO_DATA: temporaryFolder() };
  expect(await runCommand(elsewhere, 'restore', file)).toMatchObject({ code: 0 });
  const restored = runProgram(elsewhere);
  const reader = newReplica();
  await settled(reader.join(await restored.origin(), owner.workbook, link.token));
  expect(reader.cells.get('r1/target')).toBe('≥95%');
});

it('puts nothing over data unless it is told to, and keeps what was there', async () => {
  const environment = folders();
  const data = environment.JIBIAO_DATA;
  const file = join(temporaryFolder(), 'backup.sqlite');
  const server = runProgram(environment);
  const owner = await claimWorkbook(await server.origin());
  expect((await runCommand(environment, 'backup', file)).code).toBe(0);
  const writer = newReplica();
  const connection = writer.join(await server.origin(), owner.workbook, owner.token);
  writer.cells.set('r1/target', '备份之后填的');
  await settled(connection);
  // What a killed server leaves beside its database belongs to it.
  await server.end('SIGKILL');

  const before = readdirSync(data).sort();
  const refused = await runCommand(environment, 'restore', file);
  expect(refused).toEqual({ code: 1, printed: expect.stringContaining('请加 --overwrite') });
  expect(readdirSync(data).sort()).toEqual(before);
  const done = await runCommand(environment, 'restore', file, '--overwrite');
  expect(done.code).toBe(0);
  const aside = /原有数据保留为 (\S+)。/.exec(done.printed)?.[1] ?? '';
  expect(existsSync(aside)).toBe(true);

  // The client has what the backup has not, and brings it.
  const next = runProgram({ ...environment, PORT: new URL(await server.origin()).port });
  await next.origin();
  await settled(connection);
  const reader = newReplica();
  await settled(reader.join(await next.origin(), owner.workbook, owner.token));
  expect(reader.cells.get('r1/target')).toBe('备份之后填的');
});

it('restores from nothing but a sound backup', async () => {
  const { data, origin } = await runServer();
  const files = temporaryFolder();
  const [damaged, foreign] = [join(files, 'damaged.sqlite'), join(files, 'paper.docx')];
  writeFileSync(foreign, 'PK\u0003\u0004 a paper');
  await claimWorkbook(origin);
  await backUp(data, damaged, false);
  const bytes = readFileSync(damaged);
  writeFileSync(damaged, bytes.fill(0xa5, 4096, 12_288));
  const target = temporaryFolder();
  for (const [file, sentence] of [
    [damaged, '损坏'],
    [foreign, '不是绩表的备份'],
    [join(files, 'absent'), '没有找到备份文件']
  ] as const) {
    expect(() => restore(target, file, false)).toThrow(sentence);
  }
  expect(readdirSync(target)).toEqual([]);
});

it('makes a new owner key, and cuts off the one so far', async () => {
  const environment = folders();
  const server = runProgram(environment);
  const origin = await server.origin();
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner);
  const old = newReplica().join(origin, owner.workbook, owner.token);
  const colleague = newReplica().join(origin, owner.workbook, link.token);
  await settled(old);
  await settled(colleague);

  const { code, printed } = await runCommand(environment, 'owner', owner.workbook, '--at', origin);
  const [address = ''] = printed.split('\n');
  const [, , ownerKey = ''] = new URL(address).hash.slice(1).split('.');
  expect([code, address]).toEqual([0, `${origin}/s#owner.${owner.workbook}.${ownerKey}`]);
  expect(ownerKey).toHaveLength(newOwnerKey().length);

  await until(() => old.status.current().state === 'refused', 5000);
  expect(colleague.status.current().state).toBe('connected');
  expect(await listLinks(origin, owner)).toEqual({ ok: false, reason: 'refused' });
  expect(await listLinks(origin, { ...owner, ownerKey })).toMatchObject({ ok: true });
  await settled(newReplica().join(origin, owner.workbook, ownerToken(ownerKey)));
});

it('says how each command is used, and what is wrong about one', async () => {
  const { code, printed } = await runCommand(folders(), 'restore', '--help');
  const usage = /^用法：[^]*backup[^]*restore[^]*owner/;
  expect([code, printed]).toEqual([0, expect.stringMatching(usage)]);
  const misused = await runCommand(folders(), 'bakup');
  expect([misused.code, misused.printed]).toEqual([1, expect.stringContaining('没有“bakup”')]);
  for (const [args, sentence] of [
    [['backup'], 'backup 要写一个备份文件'],
    [['restore', 'a', 'b'], 'restore 要写一个备份文件'],
    [['owner', 'short'], '22 个字符'],
    [['owner', 'x'.repeat(22), '--at', 'file:///etc'], '--at 应为']
  ] as const) {
    expect(() => readCommand(args)).toThrow(sentence);
  }
});

it('reads a workbook from its address too', () => {
  const workbook = 'aB3-'.padEnd(22, 'x');
  const origin = 'https://jx.example.gov.cn';
  expect(readCommand(['owner', `${origin}/w/${workbook}`, '--at', `${origin}/`])).toEqual({
    name: 'owner',
    workbook,
    origin
  });
});

it('gives no key of a workbook that the server does not have', () => {
  expect(() => replaceOwner(temporaryFolder(), 'x'.repeat(22), 'http://localhost')).toThrow(
    '没有共享过的工作簿'
  );
});
