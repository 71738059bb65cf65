import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type * as Y from 'yjs';
import { newWorkbookId } from '#lib/model/ids.ts';
import type { Figure } from '../figure.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { inTurns, median, quantile } from '../samples.ts';
import { join, share, type Colleague } from './colleague.ts';
import { startContestants, type Contestant } from './contestants.ts';
import { startCrowdProcess, type CrowdProcess, type Report, type Task } from './crowd-process.ts';

const WORKBOOKS = 50;
const ROWS = 100;
/** Milliseconds between two edits of a person: a fast one, who never stops to think. */
const EVERY = 10_000;
const WARM_UP = 3000;
const MEASURED = 10_000;
const ROUNDS = 3;
const PROCESSES = 2;
const SHARES = [0.5, 0.95, 0.99];

/** How a server did with a crowd. */
interface Turn {
  /** Milliseconds from each edit until somebody else has it. */
  readonly delays: readonly number[];
  /** Processor time of the server and of the clients in a second, in milliseconds. */
  readonly cpu: number;
  readonly cpuOfClients: number;
  /** Messages that came to the clients in a second. */
  readonly messages: number;
  /** Megabytes of the server's memory at the end. */
  readonly memory: number;
}

/**
 * So many people on 50 workbooks, each of whom fills in a cell every ten seconds. One in each workbook
 * is an app's client in a process that does nothing else; it measures. The others are thin.
 */
export async function measureCrowd(people: number): Promise<Figure[]> {
  const contestants = await startContestants();
  const crowd = Array.from({ length: PROCESSES }, startCrowdProcess);
  try {
    const turns = await inTurns(
      ROUNDS,
      contestants.map((contestant) => () => takeTurn(contestant, crowd, people)),
      0
    );
    return figuresOf(people, contestants, turns.map(together));
  } finally {
    crowd.forEach((one) => one.end());
    await Promise.all(contestants.map((contestant) => contestant.end()));
  }
}

async function takeTurn(
  { server, admit }: Contestant,
  crowd: readonly CrowdProcess[],
  people: number
): Promise<Turn> {
  const { origin } = server;
  const delays: number[] = [];
  const workbooks = Array.from({ length: WORKBOOKS }, newWorkbookId);
  const seats = await Promise.all(
    workbooks.map(async (id) => {
      const token = await admit(id);
      const observer = await join(origin, id, token);
      await share(observer, { ...largeWorkbook(ROWS), id });
      return { id, token, observer };
    })
  );
  // Each process holds half of the workbooks, and one replica of each.
  const clients = (people - WORKBOOKS) / crowd.length;
  await tellAll(crowd, (index) => ({
    do: 'join',
    origin,
    clients,
    workbooks: seats
      .filter((_, seat) => seat % crowd.length === index)
      .map(({ id, token }) => ({ id, token }))
  }));
  seats.forEach(({ observer }) => observe(observer, delays));
  // Those who measure do not edit: the others do it for them.
  const every = EVERY * ((people - WORKBOOKS) / people);
  await tellAll(crowd, () => ({ do: 'edit', every }));
  await pause(WARM_UP);
  delays.length = 0;
  const before = { cpu: server.cpu(), clients: await totals(crowd) };
  await pause(MEASURED);
  const after = { cpu: server.cpu(), clients: await totals(crowd) };
  const taken = [...delays];
  const memory = server.memory();
  await tellAll(crowd, () => ({ do: 'rest' }));
  await tellAll(crowd, () => ({ do: 'leave' }));
  seats.forEach(({ observer }) => observer.connection.disconnect());
  const seconds = MEASURED / 1000;
  return {
    delays: taken,
    cpu: (after.cpu - before.cpu) / seconds,
    cpuOfClients: (after.clients.cpu - before.clients.cpu) / seconds,
    messages: (after.clients.received - before.clients.received) / seconds,
    memory
  };
}

/** An edit's text is the moment it was made at, on the clock that all processes share. */
function observe({ documents: { d } }: Colleague, delays: number[]): void {
  const cells = d.getMap<string>('cells');
  cells.observe(({ keysChanged }: Y.YMapEvent<string>) => {
    const now = process.hrtime.bigint();
    for (const key of keysChanged) {
      const text = cells.get(key!) ?? '';
      if (/^\d{9,}$/.test(text)) delays.push(Number(now - BigInt(text)) / 1e6);
    }
  });
}

function tellAll(
  crowd: readonly CrowdProcess[],
  task: (index: number) => Task
): Promise<readonly Report[]> {
  return Promise.all(crowd.map((one, index) => one.tell(task(index))));
}

async function totals(crowd: readonly CrowdProcess[]): Promise<Report> {
  const reports = await tellAll(crowd, () => ({ do: 'report' }));
  const sum = (key: keyof Report) => reports.reduce((total, report) => total + report[key], 0);
  return { received: sum('received'), cpu: sum('cpu') };
}

function together(turns: readonly Turn[]): Turn {
  const middle = (key: 'cpu' | 'cpuOfClients' | 'messages' | 'memory') =>
    median(turns.map((turn) => turn[key]));
  return {
    delays: turns.flatMap(({ delays }) => delays),
    cpu: middle('cpu'),
    cpuOfClients: middle('cpuOfClients'),
    messages: middle('messages'),
    memory: middle('memory')
  };
}

function figuresOf(
  people: number,
  contestants: readonly Contestant[],
  turns: readonly Turn[]
): Figure[] {
  const crowd = `${people} people`;
  const [ours, ...others] = turns;
  return others.flatMap((other, index) => {
    const { name } = contestants[index + 1]!;
    const figure = (
      what: string,
      unit: Figure['unit'],
      valueOf: (turn: Turn) => number,
      aim: Figure['aim'] = null
    ): Figure => ({
      name: `${crowd}, ${what}`,
      unit,
      measured: valueOf(ours!),
      baseline: { name, value: valueOf(other) },
      aim
    });
    return [
      ...SHARES.map((share) =>
        figure(
          `edit from A to B, p${share * 100}`,
          'ms',
          ({ delays }) => quantile(delays, share),
          index === 0 ? { times: 1.5 } : null
        )
      ),
      figure('processor time of the server, a second', 'ms', ({ cpu }) => cpu),
      figure('processor time of the clients, a second', 'ms', (turn) => turn.cpuOfClients),
      figure('messages to the clients, a second', 'messages', ({ messages }) => messages),
      figure('memory of the server', 'MB', ({ memory }) => memory)
    ];
  });
}
