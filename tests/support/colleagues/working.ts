import { vi } from 'vitest';
import type { LogEntry } from '#lib/document/log.ts';
import { newestEntry } from '#lib/document/versions.ts';
import { seeded } from '#tests/server/random.ts';
import { workbookOfAllKinds, smallWorkbook } from '#tests/support/workbooks.ts';
import { act, materialFor, oneOf } from './acts.ts';
import { Colleague } from './colleague.ts';
import {
  expectAgreement,
  expectAsStartedAnew,
  expectNothingOverwrittenUnseen,
  expectUnknowingEditsNamed,
  findTexts,
  isWaiting,
  type Found
} from './judging.ts';
import { Marks } from './marks.ts';
import { Network } from './network.ts';
import { expectHeld } from './reviewing.ts';

const NAMES = ['陈', '李', '赵', '周', '吴'];

const YEAR = 365 * 24 * 3600 * 1000;

/** How far the clocks of these people are off, in milliseconds. */
const WRONG: Readonly<Record<string, number>> = { 赵: YEAR, 周: -YEAR };

/** How often, of all acts, a device is looked at closely. */
const LOOKED_AT = 0.02;

export interface Worked {
  readonly entries: number;
  readonly conflicts: number;
  readonly texts: Found;
}

/**
 * Lets five people work on one workbook, so many acts in all, while the network falls apart, reorders and
 * repeats, packages go from hand to hand and devices are started again; then everybody meets, and all is
 * judged. `network` false: nothing but packages ever reaches anybody.
 */
export async function workTogether(
  seed: number,
  acts: number,
  { network: connected = true } = {}
): Promise<Worked> {
  const random = seeded(seed);
  vi.spyOn(Math, 'random').mockImplementation(random);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = new Uint8Array(array!.buffer, array!.byteOffset, array!.byteLength);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(random() * 256);
    return array;
  });
  const beginning = random() < 0.5 ? smallWorkbook() : workbookOfAllKinds();
  const colleagues = NAMES.map(
    (name) => new Colleague(beginning.id, name, { wrong: WRONG[name], random })
  );
  const network = new Network(colleagues, random);
  const marks = new Marks();
  const material = materialFor(seed, random, marks);
  const seenByDeleter = new Map<string, string>();
  const unsure = new Set<string>();
  colleagues[0]!.document.fill(beginning, '新建');
  network.comeTogether();
  if (!connected) network.cutOff();

  for (let done = 0; done < acts; done += 1) {
    const who = oneOf(colleagues, random)!;
    const waited = isWaiting(who);
    await act(who, material);
    noteDeletions(who, seenByDeleter);
    if (waited) unsure.add(newestEntry(who.docs.h));
    for (const one of colleagues) if (random() < 0.4) network.deliver(one, random() * 8);
    const chance = random();
    if (connected && chance < 0.02) network.fallApart(1 + Math.floor(random() * 4));
    else if (chance < 0.035) await network.handOver(who, oneOf(colleagues, random)!);
    else if (chance < 0.05) who.reload();
    if (random() < LOOKED_AT && !isWaiting(who)) expectAsStartedAnew(who);
  }

  const meet = async () => (connected ? network.comeTogether() : network.handRound());
  await meet();
  await expectHeld(colleagues, meet);
  vi.restoreAllMocks();
  expectAgreement(colleagues);
  for (const colleague of colleagues) expectAsStartedAnew(colleague);
  const [first] = colleagues as [Colleague];
  expectNothingOverwrittenUnseen(first, marks, unsure);
  expectUnknowingEditsNamed(first, seenByDeleter, marks);
  const { entries, conflicts } = first.document;
  return {
    entries: entries.length,
    conflicts: conflicts.length,
    texts: findTexts(first, marks)
  };
}

/** What the rows said that a person has just deleted. */
function noteDeletions({ author, document, docs }: Colleague, seen: Map<string, string>): void {
  const log = docs.h.getArray<LogEntry>('entries');
  const entry = log.length > 0 ? log.get(log.length - 1) : undefined;
  if (!entry || entry.by.id !== author.id) return;
  for (const { change } of entry.steps) {
    for (const row of change.do === 'delete' ? change.rows : []) {
      const cells = JSON.stringify(document.memory.rowAt(row)?.cells);
      const key = `${author.id} ${entry.at} ${row}`;
      if (!seen.has(key)) seen.set(key, cells);
    }
  }
}
