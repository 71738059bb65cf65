import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What a launch script has printed so far, and its exit code when it has ended. */
export type Run = {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  ended: Promise<number | null>;
};

/** An empty folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file and the folders it needs; `mode` makes it executable. */
export function put(path: string, content: string, mode = 0o644): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
}

const SERVER = `
process.on('SIGTERM', () => process.exit(0));
console.log('绩表 http://localhost:4300\\nserver ' + process.pid);
setInterval(() => {}, 1000);
`;

const VITE = `#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('build', { recursive: true });
writeFileSync('build/200.html', process.argv.slice(2).join(' '));
`;

/**
 * A project of the same layout, with the real launch scripts, a tool called vite that only writes
 * a page, and a server that only prints its address. Its packages are folders of its own, so the
 * real npm installs them without a network.
 */
export function scratchProject(): string {
  const root = scratchFolder();
  cpSync('src/launch', join(root, 'src/launch'), { recursive: true });
  put(join(root, 'src/lib/model/row.ts'), 'export const row = 1;\n');
  put(join(root, 'src/server/main.ts'), SERVER);
  put(join(root, 'tools/vite/main.mjs'), VITE, 0o755);
  lock(root, '1.0.0');
  return root;
}

/** Writes the project's package.json and lock file with this version of its one tool. */
export function lock(root: string, version: string): void {
  const tool = { name: 'vite', version, bin: { vite: 'main.mjs' } };
  const own = { name: 'scratch', version: '1.0.0', devDependencies: { vite: 'file:tools/vite' } };
  const packages = {
    '': own,
    'node_modules/vite': { resolved: 'tools/vite', link: true },
    'tools/vite': { version, dev: true, bin: tool.bin }
  };
  put(join(root, 'tools/vite/package.json'), JSON.stringify({ ...tool, type: 'module' }));
  put(
    join(root, 'package.json'),
    JSON.stringify({ ...own, type: 'module', scripts: { start: 'node src/launch/start.mjs' } })
  );
  put(
    join(root, 'package-lock.json'),
    JSON.stringify({ name: 'scratch', version: '1.0.0', lockfileVersion: 3, packages })
  );
}

/** Runs one of the project's launch scripts with the Node that runs the tests. */
export function launch(root: string, script: string, args: string[] = [], env = {}): Run {
  const child = spawn(process.execPath, [`src/launch/${script}`, ...args], {
    cwd: root,
    env: { ...process.env, BROWSER: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return { child, out: () => out, err: () => err, ended };
}
