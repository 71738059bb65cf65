import type * as Y from 'yjs';
import type { Connection, SyncStatus } from '#lib/sync/connection.ts';
import type { Random } from './random.ts';
import { claimWorkbook, newReplica } from './replica.ts';
import type { Replica } from './replica.ts';
import { until } from './until.ts';

const EDITED_ROWS = 40;
/** Of the times that somebody does something, the shares of leaving for a while and of only looking. */
const LEAVES = 0.05;
const LOOKS = 0.15;
/** Milliseconds: the longest that somebody does nothing, and stays away. */
const LONGEST_PAUSE = 4000;
const LONGEST_ABSENCE = 2000;
/** Milliseconds in which everybody at a workbook must be in step. */
const PATIENCE = 20_000;

/** People at one workbook, who come, edit, look around, and go. */
export interface Group {
  readonly workbook: string;
  readonly replicas: readonly Replica[];
  readonly token: string;
  /** How often they have edited and come back. */
  readonly done: { edits: number; returns: number };
  /** Lets everybody finish what they are at, come back, and wait until the server has everything. */
  settle(): Promise<void>;
  /** Settles, and lets everybody leave. */
  leave(): Promise<void>;
}

/** Puts so many people at a new workbook. */
export async function gather(origin: string, people: number, random: Random): Promise<Group> {
  const { workbook, token } = await claimWorkbook(origin);
  const replicas = Array.from({ length: people }, newReplica);
  const done = { edits: 0, returns: 0 };
  const stop = new AbortController();
  const connections: Connection[] = [];
  const busy = replicas.map(async (replica, index) => {
    connections[index] = replica.join(origin, workbook, token);
    while (!stop.signal.aborted) {
      await sleep(random() * LONGEST_PAUSE, stop.signal);
      const row = `r${Math.floor(random() * EDITED_ROWS)}`;
      const chance = random();
      if (chance < LEAVES) {
        connections[index]!.disconnect();
        await sleep(random() * LONGEST_ABSENCE, stop.signal);
        connections[index] = replica.join(origin, workbook, token);
        done.returns += 1;
      }
      connections[index]!.setPresence({ ...PERSON, name: `第${index + 1}人`, row });
      if (chance < LEAVES + LOOKS) continue;
      edit(replica, row, `第${++done.edits}次`);
    }
  });
  const settle = async () => {
    stop.abort();
    await Promise.all(busy);
    const unsettled = () => connections.map(({ status }) => status.current()).filter(isUnsettled);
    await until(() => unsettled().length === 0, PATIENCE).catch(() => {
      throw new Error(`not in step: ${JSON.stringify(unsettled())}`);
    });
  };
  return {
    workbook,
    replicas,
    token,
    done,
    settle,
    async leave() {
      await settle();
      connections.forEach((connection) => connection.disconnect());
    }
  };
}

function isUnsettled({ state, pending }: SyncStatus): boolean {
  return state !== 'connected' || pending > 0;
}

const PERSON = { colour: '#336699', sheet: 's1', column: 'target' };

function edit({ cells, h }: Replica, row: string, text: string): void {
  const before = cells.get(`${row}/target`) ?? '';
  cells.set(`${row}/target`, text);
  (h.getArray('log') as Y.Array<object>).push([{ row, before, text }]);
}

/** Waits, but not when somebody is told to stop. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, signal.aborted ? 0 : milliseconds);
    signal.addEventListener('abort', end);
  });
}
