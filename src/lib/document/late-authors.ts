import type { Change } from '#lib/model/edit.ts';
import type { Deed } from './deleted.ts';
import type { LogEntry, Step } from './log.ts';
import { textTarget } from './undo.ts';

/** Who did what in a log, found by what was done; what put late edits aside does not count. */
export class LateAuthors {
  readonly #deeds = new Map<string, Deed>();

  constructor(entries: readonly LogEntry[]) {
    for (const { kind, steps, by, at } of entries) {
      if (kind === 'late') continue;
      for (const step of steps) for (const mark of marksOf(step)) this.#deeds.set(mark, { by, at });
    }
  }

  /** Who last did what some changes do; null where the log does not say. */
  of(changes: readonly Change[]): Deed | null {
    for (const change of changes) {
      const marks = [...marksOf({ change }), ...passages(change)];
      const known = marks.find((mark) => this.#deeds.has(mark));
      if (known !== undefined) return this.#deeds.get(known)!;
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
