import type * as Y from 'yjs';
import { standingAt, type Conflict } from '#lib/model/conflict.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { CELLS, splitKey } from './keys.ts';
import { readEntries, type LogEntry } from './log.ts';
import type { ShownWorkbook } from './shown-workbook.ts';
import { isSettled, settledIn } from './settled.ts';
import { textTarget } from './undo.ts';
import { isAway, lostWrites, presentWrite, writtenKeys, type WriteId } from './writes.ts';

/** Conflicts with formulas as people read them; the same list where there are none. */
export function readableConflicts(
  conflicts: readonly Conflict[],
  shown: Pick<ShownWorkbook, 'text'>
): readonly Conflict[] {
  const readable = conflicts.map((conflict) => {
    const { lost, present, place } = conflict;
    const sheet = place.sheet ?? '';
    const texts = { lost: shown.text(lost.text, sheet), present: shown.text(present, sheet) };
    const same = texts.lost === lost.text && texts.present === present;
    return same
      ? conflict
      : { ...conflict, lost: { ...lost, text: texts.lost }, present: texts.present };
  });
  return readable.every((conflict, at) => conflict === conflicts[at]) ? conflicts : readable;
}

/** The documents that tell of conflicts. */
export interface ConflictDocuments {
  readonly doc: Y.Doc;
  readonly comments: Y.Doc;
  readonly log: Y.Doc;
}

/**
 * The texts that were lost when two people wrote at one place at the same time. Which writes lost is read
 * from the shared map, what they said and who wrote them from the log.
 */
export class Conflicts {
  readonly #cells: Y.Map<string>;
  readonly #comments: Y.Doc;
  readonly #log: Y.Doc;
  readonly #lost = new Map<string, readonly WriteId[]>();
  /** The keys whose text is away. */
  readonly #away = new Set<string>();

  constructor({ doc, comments, log }: ConflictDocuments) {
    this.#cells = doc.getMap<string>(CELLS);
    this.#comments = comments;
    this.#log = log;
    for (const key of writtenKeys(this.#cells)) this.#look(key);
  }

  /** Takes a transaction of any of the documents in; false where it cannot have changed the conflicts. */
  update({ changed, doc, local, origin }: Y.Transaction): boolean {
    // What was written here just now has not lost against anything.
    if (doc === this.#log) return !local && this.#lost.size > 0;
    const own = origin === 'user' || origin === 'undo';
    const settled: unknown = settledIn(this.#comments);
    let may = false;
    for (const [type, keys] of changed) {
      if (type === settled) return true;
      if ((type as unknown) !== this.#cells) continue;
      for (const key of keys) if (key !== null && this.#concerns(key, own)) may = true;
    }
    return may;
  }

  /** The conflicts that nobody has settled, oldest first, of rows and sheets that are there. */
  list(workbook: Workbook): readonly Conflict[] {
    const open = new Set(
      [...this.#lost.values()].flat().filter((id) => !isSettled(this.#comments, id))
    );
    if (open.size === 0) return [];
    return readEntries(this.#log)
      .flatMap((entry) => this.#conflictsIn(entry, open, workbook))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Looks at a key again; whether a conflict is there, or may be in what came, went or moved with it. */
  #concerns(key: string, own: boolean): boolean {
    const before = this.#lost.has(key);
    // Who writes sees what stands there: nothing loses by it, and a key that was written often is long to look at.
    if (!own || this.#away.has(key)) this.#look(key);
    return before || this.#lost.has(key) || (this.#lost.size > 0 && isOwnKey(key));
  }

  #look(key: string): void {
    const lost = lostWrites(this.#cells, key);
    if (lost.length > 0) this.#lost.set(key, lost);
    else this.#lost.delete(key);
    if (isAway(this.#cells, key)) this.#away.add(key);
    else this.#away.delete(key);
  }

  /** What an entry of the log wrote that lost, where another text stands there now. */
  #conflictsIn(
    { by, at, steps }: LogEntry,
    open: ReadonlySet<WriteId>,
    workbook: Workbook
  ): readonly Conflict[] {
    return steps.flatMap(({ change, wrote: id }) => {
      if (id === undefined || !open.has(id) || !('text' in change)) return [];
      const standing = standingAt(workbook, change);
      if (!standing || standing.text === change.text) return [];
      const { place, text: present } = standing;
      const winner = presentWrite(this.#cells, textTarget(change) ?? '');
      return [{ id, lost: change, place, present, winner, by, at }];
    });
  }
}

/** Whether a key holds a property of a row, a sheet or the workbook, and no text of a cell or field. */
function isOwnKey(key: string): boolean {
  return splitKey(key)?.property.startsWith('_') ?? false;
}
