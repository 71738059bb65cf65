import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/server/main.ts');
const ADDRESS = /^绩表 (http:\/\/\S+:(\d+))$/m;

/** The built app, as `npm run build` leaves it. */
export const BUILT = join(ROOT, 'build');

/** The real server as a process of its own, with a data folder of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly dataDir: string;
  /** Its id among the processes of the machine, while it is not started again. */
  readonly pid: number;
  /** Everything that it has printed since it was started first, its log too. */
  printed(): string;
  /** Ends it as a person would: it closes its store first. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data, after ending it where it still runs. */
  restart(): Promise<void>;
  /** Kills it and deletes its data. */
  dispose(): Promise<void>;
}

/**
 * Starts the server on a free port with the pages of a build folder, and with further settings.
 * Fails with what it printed.
 */
export async function startServerProcess(
  build: string = BUILT,
  settings: Readonly<Record<string, string>> = {}
): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jibiao-data-'));
  let printed = '';
  const start = (port: string) =>
    run({ ...settings, PORT: port, JIBIAO_DATA: dataDir, JIBIAO_BUILD: build }, (text) => {
      printed += text;
    });
  const first = await start('0');
  const { origin, port } = first;
  let child = first.child;

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    origin,
    dataDir,
    pid: child.pid!,
    printed: () => printed,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGTERM');
      ({ child } = await start(port));
    },
    async dispose() {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    }
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly port: string;
}

/** Waits for the line with the address. */
function run(
  environment: Readonly<Record<string, string>>,
  onPrinted: (text: string) => void
): Promise<Started> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, HOST: 'localhost', ...environment }
  });
  return new Promise((started, failed) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        onPrinted(text);
        const [, origin, port] = ADDRESS.exec(printed) ?? [];
        if (origin && port) started({ child, origin, port });
      });
    }
    child.on('error', failed);
    child.on('exit', () => failed(new Error(`the server ended: ${printed}`)));
  });
}
