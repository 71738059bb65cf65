import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const ADDRESS = /http:\/\/\S+/;
/** Of the kernel's clock in /proc, a second. */
const TICKS = 100;

/** A server as a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  /** Milliseconds from its start until it printed its address. */
  readonly startedIn: number;
  /** Milliseconds of processor time that it has taken so far, of all cores. */
  cpu(): number;
  /** Megabytes of memory that it has now. */
  memory(): number;
  /** Ends it at once. */
  kill(): Promise<void>;
}

/**
 * Runs a script that prints its address when it serves.
 * @throws where it ends before that
 */
export async function runServerProcess(
  script: string,
  environment: Readonly<Record<string, string>> = {}
): Promise<ServerProcess> {
  const begun = performance.now();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const ended = once(child, 'exit');
  const [printed] = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data'),
    ended.then(() => [`${script} ended`])
  ]);
  const origin = ADDRESS.exec(String(printed))?.[0];
  if (origin === undefined) throw new Error(`no address: ${printed}`);
  return {
    origin,
    startedIn: performance.now() - begun,
    cpu() {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      // The name of the program, in brackets, may hold blanks.
      const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14);
      return ((Number(user) + Number(system)) * 1000) / TICKS;
    },
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    }
  };
}
