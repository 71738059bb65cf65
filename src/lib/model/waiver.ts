import { digestOf } from './digest.ts';
import type { Problem } from './problem.ts';
import { cellText, fieldText, type Place, type Sheet, type Waiver } from './workbook.ts';

/** Waivers, the earliest first, ties by id, so that everybody has them in one order. */
export function inOrderOfTime(waivers: readonly Waiver[]): readonly Waiver[] {
  return [...waivers].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

/** The waivers with one more; the same ones where it is there already. */
export function withWaiver(waivers: readonly Waiver[], waiver: Waiver): readonly Waiver[] {
  return waivers.some(({ id }) => id === waiver.id) ? waivers : inOrderOfTime([...waivers, waiver]);
}

/** In front of what stands for a place where nothing is written. */
const NOTHING = '∅';

/**
 * What a waiver keeps as `was`: the text of the cell, of the field, or of the characters of a field. A
 * whole row or sheet has no text of its own: a digest of what the rule found there stands for it, so
 * that something else found there later is not accepted with it. The same holds where the cell or field
 * is blank, since a blank stays the same while what makes it a problem changes, and for what is in no
 * sheet, since that rests on all of them.
 */
export function acceptedText(
  sheet: Sheet | undefined,
  { place, values }: Pick<Problem, 'place' | 'values'>
): string {
  const text = sheet ? textAtPlace(sheet, place) : null;
  if (text !== null && !isBlank(text)) return text;
  const found = digestOf(JSON.stringify(Object.entries(values).sort()), 7);
  return text === null ? found : `${NOTHING}${found}`;
}

/** Whether `was` stands for a cell or field that was blank, and for what was found there. */
export function isOfBlank(was: string): boolean {
  return was.startsWith(NOTHING);
}

/** The text of the cell, the field or the characters of a field at a place; null for a whole row or sheet. */
export function textAtPlace(sheet: Sheet, place: Place): string | null {
  if (place.field !== undefined) {
    const text = fieldText(sheet, place.field);
    return place.range ? text.slice(...place.range) : text;
  }
  if (place.row === undefined || place.column === undefined) return null;
  const row = sheet.rows.find(({ id }) => id === place.row);
  return row ? cellText(row, place.column) : '';
}

/**
 * Whether a waiver of what a problem is about accepts it as it now stands in its sheet, if it is in
 * one. One from when waivers of a blank kept only the blank holds while the place is as blank.
 */
export function holdsFor(waiver: Waiver, problem: Problem, sheet: Sheet | undefined): boolean {
  const { was } = waiver;
  return (
    was === acceptedText(sheet, problem) ||
    (sheet !== undefined && isBlank(was) && was === textAtPlace(sheet, problem.place))
  );
}

/**
 * A name for what a problem or a waiver is about: the same rule at the same place. A row keeps its id in
 * whatever sheet it is moved to. Characters of prose move while others write before them, so all of a
 * field count as one place; their words tell them apart.
 */
export function subjectOf({ code, place }: Pick<Problem, 'code' | 'place'>): string {
  const { sheet, row, column, field, range } = place;
  const here = row === undefined ? sheet : undefined;
  return [code, here, row, column, field, range && 'words'].join(' ');
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
