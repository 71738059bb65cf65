import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './until.ts';

const MAIN = resolve(import.meta.dirname, '../../src/server/main.ts');

export interface Program {
  /** Everything it has printed, on both streams. */
  printed(): string;
  /** What it has printed on the second, where its log goes. */
  logged(): string;
  /** Waits for the address that it prints. */
  origin(): Promise<string>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and waits for the end. The exit code is null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for an end of its own. */
  ended(): Promise<number | null>;
}

/** The server as a process of its own, with the given settings and arguments. It ends with the test. */
export function runProgram(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = []
): Program {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...environment }
  });
  let printed = '';
  let logged = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    logged += text;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = exitCode(child);
  return {
    printed: () => printed,
    logged: () => logged,
    async origin() {
      await until(() => /^绩表 https?:\S+$/m.test(printed));
      return /https?:\S+/.exec(printed)?.[0] ?? '';
    },
    signal: (signal) => void child.kill(signal),
    end(signal) {
      child.kill(signal);
      return ended;
    },
    ended: () => ended
  };
}

/** What a command of the program prints, and its exit code. */
export async function runCommand(
  environment: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<{ code: number | null; printed: string }> {
  const program = runProgram(environment, args);
  const code = await program.ended();
  return { code, printed: program.printed() };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
