import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A sample paper as plain text, which holds the words 河道清淤专项经费. */
export const PAPER = fileURLToPath(new URL('../samples/converted-word/input.txt', import.meta.url));

/** More than a report over many papers is long, in characters. */
const LONGEST_OUTPUT = 256 * 1024 * 1024;

/** What one run of the program brought. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder that is there while the tests of a file run. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-cli-'));
  afterAll(() => rm(folder, { recursive: true }));
  return folder;
}

/**
 * Runs the real program.
 * @param folder where the person stands
 * @param variables of the environment that differ from those of the test
 */
export function jibiao(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {}
): Promise<Run> {
  const env = { ...process.env, INIT_CWD: folder, ...variables };
  const options = { env, maxBuffer: LONGEST_OUTPUT };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    );
  });
}
