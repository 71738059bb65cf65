import type { Problem } from '#lib/model/problem.ts';
import { holdsFor, subjectOf } from '#lib/model/waiver.ts';
import type { Sheet, Waiver } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';

/** Marks accepted problems with their waiver. The same problem and waiver give the same object again. */
export interface Waiving {
  /** @param sheet the one that the problem is in; undefined where it is in none */
  mark(problem: Problem, sheet: Sheet | undefined, waivers: readonly Waiver[]): Problem;
}

/** A marker with a memory of its own. */
export function createWaiving(): Waiving {
  const marked = new WeakMap<Problem, Problem>();
  let grouped: { from: readonly Waiver[]; bySubject: ReadonlyMap<string, readonly Waiver[]> } = {
    from: [],
    bySubject: new Map()
  };
  return {
    mark(problem, sheet, waivers) {
      if (grouped.from !== waivers) {
        grouped = { from: waivers, bySubject: groupBy(waivers, subjectOf) };
      }
      const waiver = grouped.bySubject
        .get(subjectOf(problem))
        ?.find((candidate) => holdsFor(candidate, problem, sheet));
      if (!waiver) return problem;
      const before = marked.get(problem);
      if (before?.waived === waiver.id) return before;
      const waived = { ...problem, waived: waiver.id };
      marked.set(problem, waived);
      return waived;
    }
  };
}
