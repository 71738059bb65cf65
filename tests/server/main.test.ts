import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { builtPages, temporaryFolder } from './folders.ts';
import { runProgram } from './program.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { until } from './until.ts';

function folders() {
  return { JIBIAO_DATA: temporaryFolder(), JIBIAO_BUILD: builtPages() };
}

it('stores what is open and ends well when it is asked to', async () => {
  const environment = folders();
  const first = runProgram(environment);
  const origin = await first.origin();
  const owner = await claimWorkbook(origin);
  const writer = newReplica();
  const connection = writer.join(origin, owner.workbook, owner.token);
  writer.cells.set('r1/target', '≥95%');
  await settled(connection);
  expect(await first.end('SIGTERM')).toBe(0);
  connection.disconnect();

  const second = runProgram(environment);
  const reader = newReplica();
  await settled(reader.join(await second.origin(), owner.workbook, owner.token));
  expect(reader.cells.get('r1/target')).toBe('≥95%');
  expect(await second.end('SIGINT')).toBe(0);
});

it('prints its address and no secret', async () => {
  const program = runProgram(folders());
  const origin = await program.origin();
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner);
  const right = newReplica().join(origin, owner.workbook, link.token);
  const wrong = newReplica().join(origin, owner.workbook, `1.${link.id}.${'x'.repeat(43)}`);
  await settled(right);
  await until(() => wrong.status.current().state === 'refused');
  expect(await program.end('SIGTERM')).toBe(0);
  expect(program.printed()).toBe(`绩表 ${origin}\n`);
});

it('says so when the port it was given is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const named = runProgram({ ...folders(), PORT: String(port) });
  expect(await named.ended()).toBe(1);
  expect(named.printed()).toBe(`端口 ${port} 已被占用，请用 PORT 另选一个。\n`);
});

it('says in one sentence what is missing', async () => {
  const unbuilt = runProgram({ ...folders(), JIBIAO_BUILD: temporaryFolder() });
  const blocked = temporaryFolder();
  writeFileSync(join(blocked, 'data'), 'a file where the folder should be');
  const unwritable = runProgram({ ...folders(), JIBIAO_DATA: join(blocked, 'data') });
  const misread = runProgram({ ...folders(), PORT: '四三〇〇' });
  const broken = temporaryFolder();
  mkdirSync(join(broken, 'jibiao.sqlite'));
  const unopened = runProgram({ ...folders(), JIBIAO_DATA: broken });
  for (const [program, sentence] of [
    [unbuilt, /^没有找到网页文件.*npm start.*\n$/],
    [unwritable, /^数据文件夹 .* 不能写入.*JIBIAO_DATA.*\n$/],
    [unopened, /^数据文件夹 .* 不能写入.*\n$/],
    [misread, /^PORT 应为 0 到 65535 之间的整数，现在是“四三〇〇”。\n$/]
  ] as const) {
    expect(await program.ended()).toBe(1);
    expect(program.printed()).toMatch(sentence);
  }
});
