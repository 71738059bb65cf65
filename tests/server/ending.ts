import { builtPages, temporaryFolder } from './folders.ts';
import { runProgram } from './program.ts';
import type { Random } from './random.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import type { Replica } from './replica.ts';
import { until } from './until.ts';

/** The longest that a server lives after somebody has begun to write, in milliseconds. */
const LONGEST_LIFE = 300;
const LONGEST_PAUSE = 4;

export interface Endings {
  /** How many edits the server had acknowledged. */
  readonly acknowledged: number;
  /** Those of them that it did not have when it ran again. */
  readonly lost: readonly string[];
  /** The exit codes; null where the signal ended it. */
  readonly codes: ReadonlySet<number | null>;
  /** The longest that an end took, in milliseconds. */
  readonly longestEnd: number;
}

/**
 * Ends the server by a signal at so many random moments while somebody writes without pause, and
 * starts it again on the same data. Each next writer begins with nothing but what the server has.
 */
export async function endWhileWriting(
  signal: 'SIGKILL' | 'SIGTERM',
  moments: number,
  random: Random
): Promise<Endings> {
  const codes = new Set<number | null>();
  let longestEnd = 0;
  const environment = { JIBIAO_DATA: temporaryFolder(), JIBIAO_BUILD: builtPages() };
  const acknowledged = new Set<string>();
  const lost: string[] = [];
  let program = runProgram(environment);
  let origin = await program.origin();
  const owner = await claimWorkbook(origin);

  for (let moment = 0; moment <= moments; moment++) {
    const replica = newReplica();
    const connection = replica.join(origin, owner.workbook, owner.token);
    await settled(connection);
    const there = new Set(replica.h.getArray<string>('log'));
    lost.push(...[...acknowledged].filter((key) => !there.has(key) || !replica.cells.has(key)));
    if (moment === moments) break;

    const written: string[] = [];
    connection.status.subscribe(({ state, pending }) => {
      if (state !== 'connected') return;
      // Each is written into two documents; what is pending may all be in one of them.
      for (const key of written.slice(0, Math.max(0, written.length - pending))) {
        acknowledged.add(key);
      }
    });
    const stop = write(replica, moment, written, random);
    // On a slow machine nothing might be acknowledged in all those lives, and nothing be tried.
    if (moment === 0) await until(() => acknowledged.size > 0);
    await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_LIFE));
    const begun = performance.now();
    codes.add(await program.end(signal));
    longestEnd = Math.max(longestEnd, performance.now() - begun);
    stop();
    connection.disconnect();
    program = runProgram(environment);
    origin = await program.origin();
  }
  await program.end('SIGTERM');
  return { acknowledged: acknowledged.size, lost, codes, longestEnd };
}

/** Writes cells and log entries, each now and then, until the returned function is called. */
function write({ cells, h }: Replica, round: number, written: string[], random: Random) {
  let timer: NodeJS.Timeout;
  const next = () => {
    const key = `r${round}/${written.length}`;
    cells.set(key, `第${round}次 ${written.length}`);
    h.getArray('log').push([key]);
    written.push(key);
    timer = setTimeout(next, random() * LONGEST_PAUSE);
  };
  next();
  return () => clearTimeout(timer);
}
