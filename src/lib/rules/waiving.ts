import type { Problem } from '#lib/model/problem.ts';
import { cellText, fieldText, type Place, type Sheet, type Waiver } from '#lib/model/workbook.ts';

/** Marks accepted problems with their waiver. The same problem and waiver give the same object again. */
export interface Waiving {
  mark(problem: Problem, sheet: Sheet, waivers: readonly Waiver[]): Problem;
}

/** A marker with a memory of its own. */
export function createWaiving(): Waiving {
  const marked = new WeakMap<Problem, Problem>();
  return {
    mark(problem, sheet, waivers) {
      const waiver = waivers.find((candidate) => isWaivedBy(problem, sheet, candidate));
      if (!waiver) return problem;
      const before = marked.get(problem);
      if (before?.waived === waiver.id) return before;
      const waived = { ...problem, waived: waiver.id };
      marked.set(problem, waived);
      return waived;
    }
  };
}

/**
 * The text at a place, which a waiver keeps as `was`: of the cell or the field; empty for a place
 * that is a whole row or sheet, whose waiver therefore holds until it is taken back.
 */
export function textAt(sheet: Sheet, place: Place): string {
  if (place.field !== undefined) return fieldText(sheet, place.field);
  if (place.row === undefined || place.column === undefined) return '';
  const row = sheet.rows.find(({ id }) => id === place.row);
  return row ? cellText(row, place.column) : '';
}

function isWaivedBy({ code, place }: Problem, sheet: Sheet, waiver: Waiver): boolean {
  return (
    waiver.code === code &&
    waiver.place.sheet === place.sheet &&
    waiver.place.row === place.row &&
    waiver.place.column === place.column &&
    waiver.place.field === place.field &&
    waiver.was === textAt(sheet, place)
  );
}
