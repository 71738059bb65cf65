import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gather } from '#tests/server/crowd.ts';
import type { Group } from '#tests/server/crowd.ts';
import { builtPages, temporaryFolder } from '#tests/server/folders.ts';
import { runProgram } from '#tests/server/program.ts';
import type { Program } from '#tests/server/program.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';
import { newReplica, settled } from '#tests/server/replica.ts';
import { until } from '#tests/server/until.ts';

const PEOPLE = 200;
const AT_ONE = 10;
/** Milliseconds between two looks at the server, at each of which one group goes and another comes. */
const STEP = 3000;
const MINUTES = Number(process.env.JIBIAO_SOAK_MINUTES ?? 3);
const STEPS = Math.max(8, Math.round((MINUTES * 60_000) / STEP));
/** The share of the steps after which everything has been loaded and grown once. */
const WARM_UP = 0.4;
const MEBIBYTE = 1024 * 1024;
/** The most that may have grown from the middle of the test to its end: shares, and bytes beside them. */
const MOST_GROWTH = { heapUsed: 0.1, rss: 0.15, external: 0.1, handles: 0.1 };
const SLACK = { heapUsed: 4 * MEBIBYTE, rss: 16 * MEBIBYTE, external: 4 * MEBIBYTE, handles: 10 };

interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly handles: number;
}

it(
  `keeps its memory while ${PEOPLE} people come and go for ${MINUTES} minutes`,
  async () => {
    const random = seeded(printedSeed('soak'));
    const report = pathToFileURL(join(import.meta.dirname, '../server/report-memory.ts')).href;
    const program = runProgram({
      JIBIAO_DATA: temporaryFolder(),
      JIBIAO_BUILD: builtPages(),
      NODE_OPTIONS: `--expose-gc --import ${report}`
    });
    const origin = await program.origin();
    const groups: Group[] = [];
    while (groups.length < PEOPLE / AT_ONE) groups.push(await gather(origin, AT_ONE, random));
    const measured: Memory[] = [];
    const total = { edits: 0, returns: 0 };
    const count = ({ done }: Group) => {
      total.edits += done.edits;
      total.returns += done.returns;
    };
    for (let step = 0; step < STEPS; step++) {
      await pause(STEP);
      const oldest = groups.shift()!;
      await oldest.leave();
      count(oldest);
      groups.push(await gather(origin, AT_ONE, random));
      measured.push(await memoryOf(program, measured.length));
    }
    await Promise.all(groups.map((group) => group.settle()));
    groups.forEach(count);
    for (const group of groups) await expectAlike(group, origin);

    const after = measured.slice(Math.floor(STEPS * WARM_UP));
    const half = Math.floor(after.length / 2);
    const [middle, end] = [after.slice(0, half), after.slice(-half)];
    const grown = Object.fromEntries(
      (Object.keys(MOST_GROWTH) as (keyof Memory)[]).map((key) => {
        const [from, to] = [middle, end].map((samples) => medianOf(samples.map((one) => one[key])));
        return [key, { from: from!, to: to! }];
      })
    );
    console.info(`${JSON.stringify(total)} ${JSON.stringify(grown)}`);
    for (const [key, { from, to }] of Object.entries(grown)) {
      const name = key as keyof Memory;
      expect(to, name).toBeLessThan(from * (1 + MOST_GROWTH[name]) + SLACK[name]);
    }
    expect(faultsOf(program)).toEqual([]);
    expect(total.edits).toBeGreaterThan(STEPS * 10);
  },
  MINUTES * 120_000 + 300_000
);

/** Everybody at a workbook has the same, and so has somebody who comes only now. */
async function expectAlike({ replicas, workbook, token }: Group, origin: string): Promise<void> {
  const witness = newReplica();
  await settled(witness.join(origin, workbook, token));
  const [cells, log] = [witness.cells.toJSON(), witness.h.getArray('log').toJSON()];
  expect(log.length).toBeGreaterThan(0);
  await until(() => replicas.every((one) => one.h.getArray('log').length === log.length));
  for (const replica of replicas) {
    expect(replica.cells.toJSON()).toEqual(cells);
    expect(replica.h.getArray('log').toJSON()).toEqual(log);
  }
}

/** Asks the program for its memory, having been told it so many times before. */
async function memoryOf(program: Program, before: number): Promise<Memory> {
  const reports = () => [...program.logged().matchAll(/^memory (\{.*\})$/gm)];
  program.signal('SIGUSR2');
  await until(() => reports().length > before, 30_000);
  return JSON.parse(reports()[before]![1]!) as Memory;
}

/** What the program has logged besides: only what went wrong. */
function faultsOf(program: Program): readonly string[] {
  return program
    .logged()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('memory '));
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
