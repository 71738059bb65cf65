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
  /** Waits for the address that it prints. */
  origin(): Promise<string>;
  /** Sends a signal and waits for the end. The exit code is null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Waits for an end of its own. */
  ended(): Promise<number | null>;
}

/** The server as a process of its own, with the given settings. It ends with the test. */
export function runProgram(environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...environment }
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = exitCode(child);
  return {
    printed: () => printed,
    async origin() {
      await until(() => /^绩表 http\S+$/m.test(printed));
      return /http\S+/.exec(printed)?.[0] ?? '';
    },
    end(signal) {
      child.kill(signal);
      return ended;
    },
    ended: () => ended
  };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}
