import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { launch, lock, put, scratchProject } from './scratch.ts';
import type { Run } from './scratch.ts';

const WAIT = { timeout: 30_000, interval: 20 };

/** Starts the project until its address is printed, ends it, and answers what was done first. */
async function startOnce(root: string): Promise<string> {
  const run = launch(root, 'start.mjs');
  await address(run);
  run.child.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  return run.err();
}

async function address(run: Run): Promise<void> {
  const printed = () => expect(run.out(), run.err()).toContain('绩表 http://localhost:4300\n');
  await vi.waitFor(printed, WAIT);
}

describe('npm start', { timeout: 90_000 }, () => {
  test('installs and builds once, and again only what changed', async () => {
    const root = scratchProject();

    const first = await startOnce(root);
    expect(first).toMatch(/安装依赖完成，用时 [\d.]+ 秒/);
    expect(first).toMatch(/构建应用完成，用时 [\d.]+ 秒/);
    expect(readFileSync(join(root, 'build/200.html'), 'utf8')).toBe('build');

    expect(await startOnce(root)).toBe('');

    appendFileSync(join(root, 'src/lib/model/row.ts'), '// changed\n');
    const changedSource = await startOnce(root);
    expect(changedSource).toContain('构建应用');
    expect(changedSource).not.toContain('安装依赖');

    appendFileSync(join(root, 'src/server/main.ts'), '// changed\n');
    expect(await startOnce(root)).toBe('');

    lock(root, '1.0.1');
    const changedLock = await startOnce(root);
    expect(changedLock).toContain('安装依赖');
    expect(changedLock).toContain('构建应用');

    rmSync(join(root, 'build'), { recursive: true });
    expect(await startOnce(root)).toContain('构建应用');
  });

  test('shows why a build failed, and builds again the next time', async () => {
    const root = scratchProject();
    const tool = join(root, 'tools/vite/main.mjs');
    const working = readFileSync(tool, 'utf8');
    put(tool, "console.log('row.ts: no such column'); process.exit(1);");

    const run = launch(root, 'start.mjs');
    expect(await run.ended).toBe(1);
    expect(run.err()).toMatch(/row\.ts: no such column\s+构建应用失败。/);

    put(tool, working);
    expect(await startOnce(root)).toContain('构建应用');
  });

  test('says that the network is missing when the first install cannot reach it', async () => {
    const root = scratchProject();
    const path = join(root, 'package-lock.json');
    const locked = JSON.parse(readFileSync(path, 'utf8'));
    locked.packages[''].dependencies = { yjs: '13.6.33' };
    locked.packages['node_modules/yjs'] = { version: '13.6.33', integrity: 'sha512-AAAA' };
    put(path, JSON.stringify(locked));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    put(
      join(root, 'package.json'),
      JSON.stringify({ ...manifest, dependencies: { yjs: '13.6.33' } })
    );

    const run = launch(root, 'start.mjs', [], {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(root, 'cache')
    });

    expect(await run.ended).toBe(1);
    expect(run.err()).toContain('安装依赖失败。连不上软件包仓库');
  });

  test('takes no half-unpacked install for a finished one', async () => {
    const root = scratchProject();
    const npm = join(root, 'npm-cli.cjs');
    put(npm, "console.log('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device')");

    const run = launch(root, 'start.mjs', [], { npm_execpath: npm });

    expect(await run.ended).toBe(1);
    expect(run.err()).toContain('安装依赖失败。磁盘已满');
    expect(await startOnce(root)).toContain('安装依赖完成');
  });

  test("ends with the server's exit code", async () => {
    const root = scratchProject();
    put(join(root, 'src/server/main.ts'), "console.error('端口已被占用'); process.exit(3);");

    const run = launch(root, 'start.mjs');

    expect(await run.ended).toBe(3);
    expect(run.err()).toMatch(/端口已被占用\n$/);
  });

  test(
    'leaves no server behind when npm is ended',
    { skip: process.platform === 'win32' },
    async () => {
      const root = scratchProject();
      const npm = spawn('npm', ['start'], { cwd: root, env: { ...process.env, BROWSER: 'none' } });
      let printed = '';
      npm.stdout.on('data', (text) => (printed += text));
      const server = await vi.waitFor(() => {
        const id = /server (\d+)/.exec(printed)?.[1];
        if (id === undefined) throw new Error(printed);
        return Number(id);
      }, WAIT);

      npm.kill('SIGTERM');

      await vi.waitFor(() => expect(() => process.kill(server, 0)).toThrow('ESRCH'), WAIT);
    }
  );
});
