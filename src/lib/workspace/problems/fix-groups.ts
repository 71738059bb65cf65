import type { Change } from '#lib/model/edit.ts';
import type { Fix, Problem } from '#lib/model/problem.ts';

/** Fixes that are carried out together, since one of them changes what another has changed. */
export interface FixGroup {
  /** The first of the problems. */
  readonly problem: Problem;
  readonly label: string;
  /** In the order in which they are done. */
  readonly changes: readonly Change[];
}

interface Growing extends FixGroup {
  readonly changes: Change[];
  readonly targets: Set<string>;
}

/** Collects fixes; those that change one place come into one group. */
export class FixGroups {
  #byTarget = new Map<string, Growing>();
  #groups = new Set<Growing>();

  /** All groups, in the order of their first fixes. */
  get list(): readonly FixGroup[] {
    return [...this.#groups];
  }

  /** Adds the fix of a problem, behind those that it shares a place with. */
  add(problem: Problem, { label, edit }: Fix): void {
    const targets = targetsOf(edit.changes);
    const [first = { problem, label, changes: [], targets: new Set<string>() }, ...others] =
      this.#touched(targets);
    this.#groups.add(first);
    for (const other of others) {
      this.#groups.delete(other);
      this.#put(first, other.changes, other.targets);
    }
    this.#put(first, edit.changes, targets);
  }

  /** The group that changes what a fix would change; undefined where none does. */
  groupOf({ edit }: Fix): FixGroup | undefined {
    return this.#touched(targetsOf(edit.changes))[0];
  }

  #touched(targets: ReadonlySet<string>): readonly Growing[] {
    const touched = [...targets].flatMap((target) => this.#byTarget.get(target) ?? []);
    return [...new Set(touched)];
  }

  #put(group: Growing, changes: readonly Change[], targets: ReadonlySet<string>): void {
    group.changes.push(...changes);
    for (const target of targets) {
      group.targets.add(target);
      this.#byTarget.set(target, group);
    }
  }
}

/** What changes touch: of two fixes that touch the same, the second has to see what the first did. */
export function targetsOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap(targetsOfOne));
}

function targetsOfOne(change: Change): readonly string[] {
  switch (change.do) {
    case 'cell':
      return [`cell ${change.row} ${change.column}`];
    case 'field':
      return [`field ${change.sheet} ${change.field}`];
    case 'insert':
    case 'move':
      return [`order ${change.sheet}`];
    case 'delete':
    case 'restore':
      return change.rows.map((row) => `row ${row}`);
    case 'sheet':
      return [`sheet ${change.sheet} ${change.property}`];
    default:
      return ['workbook'];
  }
}

/** The changes without the texts that a later one of them writes over. */
export function lastTexts(changes: readonly Change[]): readonly Change[] {
  const last = new Map<string, Change>();
  const texts = changes.filter((change) => change.do === 'cell' || change.do === 'field');
  for (const change of texts) last.set(targetsOfOne(change)[0]!, change);
  const dropped = new Set<Change>(texts);
  for (const change of last.values()) dropped.delete(change);
  return changes.filter((change) => !dropped.has(change));
}
