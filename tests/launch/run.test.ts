import { join } from 'node:path';
import { expect, test } from 'vitest';
import { launch, put, scratchProject } from './scratch.ts';

test('a script gets its arguments, the place it was called from, and its exit code out', async () => {
  const root = scratchProject();
  put(
    join(root, 'src/cli/main.ts'),
    `const args: string[] = process.argv.slice(2);
    console.log(JSON.stringify({ args, from: process.env.INIT_CWD }));
    process.exit(2);`
  );

  const run = launch(root, 'run.mjs', ['src/cli/main.ts', 'check', '一 二.txt'], {
    INIT_CWD: '/elsewhere'
  });

  expect(await run.ended).toBe(2);
  expect(JSON.parse(run.out())).toEqual({ args: ['check', '一 二.txt'], from: '/elsewhere' });
  expect(run.err()).toContain('安装依赖');
}, 60_000);

test('a tool runs by its name, and an unknown one is named', async () => {
  const root = scratchProject();

  const known = launch(root, 'run.mjs', ['vite', 'build']);
  expect(await known.ended).toBe(0);

  const unknown = launch(root, 'run.mjs', ['vitt']);
  expect(await unknown.ended).toBe(1);
  expect(unknown.err()).toContain('没有找到工具 vitt');
}, 60_000);
