import type { Change } from '#lib/model/edit.ts';
import type { Deed } from './deleted.ts';
import type { LogEntry, Step } from './log.ts';
import { textTarget } from './undo.ts';

/** A deed with the position of its entry in the log. */
interface Placed {
  readonly deed: Deed;
  readonly position: number;
}

/** Who did what in a log, found by what was done; what put late edits aside does not count. */
export class LateAuthors {
  readonly #deeds = new Map<string, Placed[]>();

  constructor(entries: readonly LogEntry[]) {
    entries.forEach(({ kind, steps, by, at }, position) => {
      if (kind === 'late') return;
      for (const mark of steps.flatMap(marksOf)) {
        const placed = this.#deeds.get(mark) ?? [];
        placed.push({ deed: { by, at }, position });
        this.#deeds.set(mark, placed);
      }
    });
  }

  /**
   * Who last did what some changes do; null where the log does not say. `before` is the position of the entry
   * that put it aside: whoever adopts it later does the same, and has not written it. What came into the
   * log only after that was written elsewhere at the same time.
   */
  of(changes: readonly Change[], before = Infinity): Deed | null {
    for (const change of changes) {
      for (const mark of [...marksOf({ change }), ...passages(change)]) {
        const placed = this.#deeds.get(mark);
        const found = placed?.findLast(({ position }) => position < before) ?? placed?.[0];
        if (found) return found.deed;
      }
    }
    return null;
  }
}

/** What a step did, as far as somebody else's change may do the same. */
function marksOf({ change, splices }: Pick<Step, 'change' | 'splices'>): readonly string[] {
  if (splices) return passages(change);
  switch (change.do) {
    case 'cell':
    case 'field':
    case 'sheet':
    case 'workbook':
      return [`${textTarget(change)}=${change.text}`];
    case 'insert':
      return change.rows.map(({ id }) => `+${id}`);
    case 'restore':
      return change.rows.map((row) => `+${row}`);
    case 'delete':
      return change.rows.map((row) => `-${row}`);
    case 'move':
      return change.rows.map((row) => `>${row}`);
    case 'insert-sheet':
      return [`+${change.sheet.id}`, ...change.sheet.rows.map(({ id }) => `+${id}`)];
    case 'restore-sheet':
      return [`+${change.sheet}`];
    case 'delete-sheet':
      return [`-${change.sheet}`];
    case 'move-sheet':
      return [`>${change.sheet}`];
    case 'columns':
      return [`columns ${change.sheet}`];
    case 'settings':
      return ['settings'];
    default:
      return [];
  }
}

/** Of prose it is only known that passages of it were changed. */
function passages(change: Change): readonly string[] {
  return change.do === 'field' ? [`passages ${textTarget(change)}`] : [];
}
