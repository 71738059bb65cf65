import { problemKey, type Problem } from '#lib/model/problem.ts';
import type { ProblemGroup } from '#lib/workspace/problems/groups.ts';

/** One row of the list of problems: the heading of a group, or a problem. */
export type ProblemEntry =
  | { readonly key: string; readonly group: ProblemGroup; readonly folded: boolean }
  | {
      readonly key: string;
      readonly group: ProblemGroup;
      readonly problem: Problem;
      /** Its number among all problems of the list, from 1. */
      readonly number: number;
      /** Whether another problem of the same cell stands above it, or below. */
      readonly joined: boolean;
      readonly goesOn: boolean;
    };

/** The rows of the list, from the first to the last; of a folded group only its heading. */
export function entriesOf(
  groups: readonly ProblemGroup[],
  isFolded: (group: ProblemGroup) => boolean
): readonly ProblemEntry[] {
  const entries: ProblemEntry[] = [];
  const keys = new Map<string, number>();
  let number = 0;
  for (const group of groups) {
    const folded = isFolded(group);
    entries.push({ key: group.id, group, folded });
    if (folded) {
      number += group.problems.length;
      continue;
    }
    for (const cell of group.cells) {
      cell.forEach((problem, at) => {
        number += 1;
        // A rule may speak twice of one place.
        const name = problemKey(problem);
        const times = keys.get(name) ?? 0;
        keys.set(name, times + 1);
        const key = times === 0 ? name : `${name} ${times}`;
        const goesOn = at + 1 < cell.length;
        entries.push({ key, group, problem, number, joined: at > 0, goesOn });
      });
    }
  }
  return entries;
}

/** Signs that a line of the narrow list holds, about. */
const LINE = 21;

/** About how high a row will be, in pixels, until it is on the page and can be measured. */
export function estimatedHeight(entry: ProblemEntry): number {
  if (!('problem' in entry)) return 33;
  const { message } = entry.problem;
  return 38 + 20 * Math.ceil(message.length / LINE) + 29;
}
