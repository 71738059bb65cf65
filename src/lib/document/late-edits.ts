import type { Conflict } from '#lib/model/conflict.ts';
import { digestOf } from '#lib/model/digest.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Deed } from './deleted.ts';
import { LateAuthors } from './late-authors.ts';
import type { LogEntry, Step } from './log.ts';
import type { Splice } from './prose.ts';
import { textTarget } from './undo.ts';
import type { WriteId } from './writes.ts';

/** One thing that came after an approval and was put aside: 迟到修改. */
export interface LateEdit {
  /** The same on every device, also where two have put the same aside. */
  readonly id: string;
  /** The step of the review that the workbook was held to. */
  readonly approval: string;
  /** What held the workbook to what was approved. Of prose, `text` is the approved text. */
  readonly held: Change;
  /** The changes that write what came late. */
  readonly late: readonly Change[];
  /** Who did late what was put aside; null where the log does not say. */
  readonly deed: Deed | null;
  /** Who put it aside. */
  readonly aside: Deed;
  /** The write that lost against the one that put others aside; null where it had stood there. */
  readonly lost: WriteId | null;
}

/**
 * What was put aside, oldest first in the order of the log, each once. `conflicts` are the open ones: what is
 * written at the moment when a late edit is put aside stands nowhere, and loses against that.
 */
export function lateEdits(
  entries: readonly LogEntry[],
  conflicts: readonly Conflict[]
): readonly LateEdit[] {
  const holding = entries.filter(({ kind, of }) => kind === 'late' && of !== undefined);
  if (holding.length === 0) return [];
  const authors = new LateAuthors(entries);
  const found = new Map<string, LateEdit>();
  for (const entry of holding) {
    const { of: approval = '', steps, by, at } = entry;
    const position = entries.indexOf(entry);
    const mended = new Echoes(holding, approval);
    for (const step of steps) {
      if (mended.has(step)) continue;
      for (const { held, late } of singles(step)) {
        const said = JSON.stringify([approval, late]);
        if (late.length === 0 || found.has(said)) continue;
        const deed = authors.of(late, position);
        const aside = { by, at };
        found.set(said, { id: idOf(said), approval, held, late, deed, aside, lost: null });
      }
    }
  }
  return [...found.values(), ...overtaken(holding, conflicts)];
}

/** What lost against a write that held the workbook to what was approved. */
function overtaken(
  holding: readonly LogEntry[],
  conflicts: readonly Conflict[]
): readonly LateEdit[] {
  if (conflicts.length === 0) return [];
  const held = new Map<WriteId, { readonly entry: LogEntry; readonly change: Change }>();
  for (const entry of holding) {
    for (const { wrote, change } of entry.steps) {
      if (wrote !== undefined) held.set(wrote, { entry, change });
    }
  }
  return conflicts.flatMap(({ id, lost, winner, by, at }): readonly LateEdit[] => {
    const known = held.get(winner);
    if (!known) return [];
    const { entry, change } = known;
    const aside = { by: entry.by, at: entry.at };
    const late = [lost, { do: 'settle', write: id, settled: true }] as const;
    const said = JSON.stringify([entry.of, lost, id]);
    const deed = { by, at };
    return [
      { id: idOf(said), approval: entry.of ?? '', held: change, late, deed, aside, lost: id }
    ];
  });
}

/** A step row by row, and of prose with the whole texts. */
function singles({ change, before, splices }: Step): readonly Pick<LateEdit, 'held' | 'late'>[] {
  const [former] = before;
  switch (change.do) {
    case 'delete':
    case 'restore': {
      const back = change.do === 'delete' ? 'restore' : 'delete';
      const rows = new Set(before.flatMap((one) => (one.do === back ? one.rows : [])));
      return change.rows
        .filter((row) => rows.has(row))
        .map((row) => ({ held: { ...change, rows: [row] }, late: [{ do: back, rows: [row] }] }));
    }
    case 'field':
      if (!splices || former?.do !== 'field') return [{ held: change, late: before }];
      return [{ held: { ...change, text: afterSplices(former.text, splices) }, late: before }];
    default:
      return [{ held: change, late: before }];
  }
}

function afterSplices(text: string, splices: readonly Splice[]): string {
  return splices.reduce(
    (read, { at, removed, inserted }) =>
      read.slice(0, at) + inserted + read.slice(at + removed.length),
    text
  );
}

/**
 * Two devices that put late prose aside at the same time both insert the words that are missing, and one of
 * them takes the doubled words out of the same text again: nobody has written those late.
 */
class Echoes {
  /** By the text that they were inserted in. */
  readonly #inserted = new Map<string | null, Set<string>>();

  constructor(holding: readonly LogEntry[], approval: string) {
    for (const { steps } of holding.filter(({ of }) => of === approval)) {
      for (const { change, splices = [] } of steps) {
        const words = splices.map(({ inserted }) => inserted).filter((one) => one !== '');
        const known = this.#inserted.get(textTarget(change)) ?? [];
        if (words.length > 0) this.#inserted.set(textTarget(change), new Set([...known, ...words]));
      }
    }
  }

  has({ change, splices = [] }: Step): boolean {
    const inserted = [...(this.#inserted.get(textTarget(change)) ?? [])];
    return splices.length > 0 && splices.every((splice) => isEcho(splice, inserted));
  }
}

/** What is taken out may begin elsewhere in the doubled words: `abab` without `ba`. */
function isEcho({ removed, inserted }: Splice, earlier: readonly string[]): boolean {
  if (inserted !== '' || removed === '') return false;
  return earlier.some(
    (words) => words.length === removed.length && `${words}${words}`.includes(removed)
  );
}

function idOf(said: string): string {
  return digestOf(said, 7) + digestOf(`${said.length}${said}`, 7);
}
