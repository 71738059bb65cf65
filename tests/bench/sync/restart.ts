import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbookId } from '#lib/model/ids.ts';
import { newOwnerKey } from '#lib/sync/link.ts';
import { ownerToken } from '#lib/sync/token.ts';
import { createJournal } from '#server/journal.ts';
import { createLinks, ownerHashOfKey } from '#server/links.ts';
import { openStore } from '#server/store.ts';
import type { Figure } from '../figure.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { inTurns, median } from '../samples.ts';
import { join as joinWorkbook } from './colleague.ts';
import { runOurs } from './contestants.ts';
import { writerOf, type WrittenUpdate } from './written-updates.ts';

const WORKBOOKS = 5000;
const ROWS = 100;
const ROUNDS = 7;

interface Folder {
  readonly path: string;
  readonly workbooks: readonly { readonly id: string; readonly token: string }[];
}

/** What a start of the server takes. */
interface Start {
  /** Milliseconds until it serves. */
  readonly serves: number;
  /** Milliseconds from there until somebody has a workbook open that is not in memory. */
  readonly opened: number;
  /** Megabytes of its memory, before that. */
  readonly memory: number;
}

/**
 * Restarting after a power cut with 10,000 documents on the disk, of which each has an edit waiting in
 * the journal, against one workbook.
 */
export async function measureRestart(): Promise<Figure[]> {
  const folders = [await fillFolder(WORKBOOKS), await fillFolder(1)];
  try {
    const [many, one] = await inTurns(
      ROUNDS,
      folders.map((folder) => () => start(folder)),
      1
    );
    const figure = (what: string, unit: Figure['unit'], key: keyof Start): Figure => ({
      name: `restart with ${2 * WORKBOOKS} documents, ${what}`,
      unit,
      measured: median(many!.map((each) => each[key])),
      baseline: { name: 'with two documents', value: median(one!.map((each) => each[key])) },
      aim: null
    });
    return [
      figure('until it serves', 'ms', 'serves'),
      figure('first workbook opened', 'ms', 'opened'),
      figure('memory', 'MB', 'memory')
    ];
  } finally {
    await Promise.all(folders.map(({ path }) => rm(path, { recursive: true })));
  }
}

/** Starts the server, opens a workbook, and ends it as a power cut would. */
async function start({ path, workbooks }: Folder): Promise<Start> {
  const server = await runOurs(path);
  const memory = server.memory();
  const { id, token } = workbooks[Math.floor(Math.random() * workbooks.length)]!;
  const begun = performance.now();
  const { connection } = await joinWorkbook(server.origin, id, token);
  const opened = performance.now() - begun;
  connection.disconnect();
  await server.kill();
  return { serves: server.startedIn, opened, memory };
}

/** A data folder with so many workbooks, each shared, stored, and edited once since. */
async function fillFolder(count: number): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  const store = openStore(path);
  store.exec('PRAGMA synchronous = OFF');
  const [journal, links] = [createJournal(store), createLinks(store)];
  const writer = writerOf(largeWorkbook(ROWS));
  const workbooks = Array.from({ length: count }, () => {
    const [id, ownerKey] = [newWorkbookId(), newOwnerKey()];
    links.claim(id, ownerHashOfKey(ownerKey));
    return { id, token: ownerToken(ownerKey) };
  });
  const append = (updates: readonly WrittenUpdate[]) =>
    journal.append(
      workbooks.flatMap(({ id }) =>
        updates.map(({ kind, update }) => ({ name: `${kind}.${id}`, update }))
      )
    );
  append(writer.filled);
  journal.foldAll(Infinity);
  append(writer.edit(1));
  store.close();
  return { path, workbooks };
}
