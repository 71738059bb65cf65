import * as Y from 'yjs';
import { newWorkbookId } from '#lib/model/ids.ts';
import type { Figure } from '../figure.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { inTurns, median } from '../samples.ts';
import { join, share } from './colleague.ts';
import { startContestants, type Contestant } from './contestants.ts';
import { gauge } from './gauge.ts';

const ROUNDS = 15;
const MEGABYTE = 1_000_000;
const SIZE = 2 * MEGABYTE;
/** Of a workbook whose sheets take two megabytes. */
const ROWS = 5250;

/**
 * Somebody who has nothing of a workbook of two megabytes opens it while a colleague has it open; and,
 * from our server alone, while nobody has, so that it comes from the disk.
 */
export async function measureFirstSync(): Promise<Figure[]> {
  const contestants = await startContestants();
  try {
    const sides = await Promise.all(contestants.map(newcomersTo));
    const stored = await newcomersToStored(contestants[0]!);
    const [ours, hocuspocus, relay, fromDisk] = (await inTurns(ROUNDS, [...sides, stored])).map(
      median
    );
    const baseline = { name: 'bare Hocuspocus', value: hocuspocus! };
    const name = `first sync of ${SIZE / MEGABYTE} MB`;
    return [
      { name, unit: 'ms', measured: ours!, baseline, aim: { times: 1.5 } },
      {
        name,
        unit: 'ms',
        measured: ours!,
        baseline: { name: 'bare relay', value: relay! },
        aim: null
      },
      { name: `${name}, from the disk`, unit: 'ms', measured: fromDisk!, baseline, aim: null }
    ];
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.end()));
  }
}

/** Opens a workbook that somebody has open, each time anew. */
async function newcomersTo(contestant: Contestant): Promise<() => Promise<number>> {
  const { open } = await shareLarge(contestant);
  return open;
}

/** Opens a workbook that nobody has open, each time anew. */
async function newcomersToStored(contestant: Contestant): Promise<() => Promise<number>> {
  const { origin } = contestant.server;
  const others = await gauge(origin, 'open_documents');
  const { open, leave } = await shareLarge(contestant);
  leave();
  return async () => {
    while ((await gauge(origin, 'open_documents')) > others);
    return open();
  };
}

async function shareLarge({ server: { origin }, admit }: Contestant) {
  const id = newWorkbookId();
  const token = await admit(id);
  const author = await join(origin, id, token);
  await share(author, { ...largeWorkbook(ROWS), id });
  const size = Y.encodeStateAsUpdate(author.documents.d).length;
  if (Math.abs(size - SIZE) > SIZE / 10) throw new Error(`the workbook takes ${size} bytes`);
  return {
    async open() {
      const begun = performance.now();
      const newcomer = await join(origin, id, token);
      const time = performance.now() - begun;
      newcomer.connection.disconnect();
      return time;
    },
    leave: () => author.connection.disconnect()
  };
}
