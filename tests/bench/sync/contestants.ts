import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { claim } from '#lib/sync/sharing.ts';
import { newOwnerKey } from '#lib/sync/link.ts';
import { ownerToken } from '#lib/sync/token.ts';
import { runServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const OURS = resolve(import.meta.dirname, '../../../src/server/main.ts');
/** All clients of a bench come from one address. */
const ENOUGH = '100000';

/** A sync server that is measured, ours or one that it is measured against. */
export interface Contestant {
  readonly name: string;
  readonly server: ServerProcess;
  /** Makes a workbook known to the server; the token that opens it. */
  admit(workbook: string): Promise<string>;
  end(): Promise<void>;
}

/** Ours with its database on the disk, bare Hocuspocus, and a bare relay, in this order. */
export async function startContestants(): Promise<readonly Contestant[]> {
  return [
    await startOurs(),
    await startBare('bare Hocuspocus', 'bare-hocuspocus.ts'),
    await startBare('bare relay', 'bare-relay.ts')
  ];
}

/** The real server on a data folder of its own. */
export async function startOurs(): Promise<Contestant> {
  const data = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  const server = await runOurs(data);
  return {
    name: '绩表',
    server,
    admit: (workbook) => claimOwnership(server.origin, workbook),
    async end() {
      await server.kill();
      await rm(data, { recursive: true });
    }
  };
}

/** The real server on a data folder. */
export function runOurs(data: string): Promise<ServerProcess> {
  return runServerProcess(OURS, {
    HOST: '127.0.0.1',
    PORT: '0',
    JIBIAO_DATA: data,
    JIBIAO_CONNECTIONS: ENOUGH,
    JIBIAO_CONNECTIONS_PER_ADDRESS: ENOUGH
  });
}

/** A server that lets everybody in; `script` stands beside this file. */
export async function startBare(name: string, script: string): Promise<Contestant> {
  const server = await runServerProcess(join(import.meta.dirname, script));
  return { name, server, admit: async () => 'anybody', end: () => server.kill() };
}

async function claimOwnership(origin: string, workbook: string): Promise<string> {
  const ownerKey = newOwnerKey();
  const claimed = await claim(origin, { workbook, ownerKey });
  if (!claimed.ok) throw new Error(`the workbook was not claimed: ${claimed.reason}`);
  return ownerToken(ownerKey);
}
