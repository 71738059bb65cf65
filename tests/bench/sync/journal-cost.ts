import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { createJournal, type Journal } from '#server/journal.ts';
import { DATABASE, openStore } from '#server/store.ts';
import type { Figure } from '../figure.ts';
import { largeWorkbook } from '../large-workbook.ts';
import { inTurns, median, timeOf } from '../samples.ts';
import { startBare, startOurs } from './contestants.ts';
import { pairAt, type Passage } from './two-people.ts';
import { writerOf, type WrittenUpdate } from './written-updates.ts';

const ROUNDS = 400;
const WARM_UP = 50;
/** As many as the server lets wait while a document is open. */
const EDITS = 500;
const FOLDS = 7;
const OWNER = `owner.${'A'.repeat(43)}`;

/** What it costs that each edit is on the disk before it counts as 已同步: time, room, and folding. */
export async function measureJournal(): Promise<Figure[]> {
  return [
    ...(await measureConfirming()),
    ...(await measureKeeping(300)),
    ...(await measureKeeping(10_000))
  ];
}

/** The server beside itself with a journal that keeps nothing. */
async function measureConfirming(): Promise<Figure[]> {
  const ours = await startOurs();
  const without = await startBare('without the journal', 'unjournalled.ts');
  try {
    const pairs = [await pairAt(ours), await pairAt({ ...without, admit: async () => OWNER })];
    const [kept, lost] = await inTurns(
      ROUNDS,
      pairs.map(({ send }) => send),
      WARM_UP
    );
    pairs.forEach(({ leave }) => leave());
    const middle = (passages: readonly Passage[], event: keyof Passage) =>
      median(passages.map((passage) => passage[event]));
    return (['arrived', 'confirmed'] as const).map((event) => ({
      name: `journal: edit from A ${event === 'arrived' ? 'to B' : 'until confirmed'}, p50`,
      unit: 'ms',
      measured: middle(kept!, event),
      baseline: { name: without.name, value: middle(lost!, event) },
      aim: null
    }));
  } finally {
    await Promise.all([ours.end(), without.end()]);
  }
}

/** The room that edits take on the disk, waiting and folded, and how long folding takes. */
async function measureKeeping(rows: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  const store = openStore(folder);
  try {
    const journal = createJournal(store);
    const writer = writerOf(largeWorkbook(rows));
    const keep = (updates: readonly WrittenUpdate[]) =>
      updates.forEach(({ kind, update }) => journal.append([{ name: `${kind}.x`, update }]));
    const sizeOnDisk = () => {
      store.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
      return statSync(join(folder, DATABASE)).size;
    };
    keep(writer.filled);
    journal.foldAll(Infinity);
    const empty = sizeOnDisk();
    const edited = writer.edit(EDITS);
    keep(edited);
    const waiting = sizeOnDisk();
    journal.foldAll(Infinity);
    const folded = sizeOnDisk();

    const times = await inTurns(FOLDS, [
      () => {
        keep(writer.edit(EDITS));
        return {
          read: timeOf(() => open(journal, 'd.x')),
          fold: timeOf(() => journal.fold('d.x'))
        };
      }
    ]);
    const bytes = edited.reduce((sum, { update }) => sum + update.length, 0);
    const baseline = { name: 'its updates', value: bytes / EDITS };
    const name = `journal of ${rows} rows`;
    return [
      {
        name: `${name}, an edit that waits`,
        unit: 'bytes',
        measured: (waiting - empty) / EDITS,
        baseline,
        aim: null
      },
      {
        name: `${name}, an edit that is folded`,
        unit: 'bytes',
        measured: (folded - empty) / EDITS,
        baseline,
        aim: null
      },
      {
        name: `${name}, folding ${EDITS} edits`,
        unit: 'ms',
        measured: median(times[0]!.map(({ fold }) => fold)),
        baseline: { name: 'reading them', value: median(times[0]!.map(({ read }) => read)) },
        aim: null
      }
    ];
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
}

/** Reads a document as the server does when somebody opens it. */
function open(journal: Journal, name: string): void {
  const document = new Y.Doc();
  document.transact(() => journal.read(name).forEach((update) => Y.applyUpdate(document, update)));
}
