import type { Fix } from '#lib/model/problem.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { changeTo } from './fix-labels.ts';
import type { Found, FoundAt } from './sheet-texts.ts';

/** The fix that writes something else where something was found in a field. */
export function replaceFound(
  sheet: Sheet,
  { place, text, match }: FoundAt<Found>,
  by: string
): Fix {
  const label = changeTo(by);
  const [from, to] = match.range;
  const replaced = text.slice(0, from) + by + text.slice(to);
  const { field = '' } = place;
  return {
    label,
    edit: { label, changes: [{ do: 'field', sheet: sheet.id, field, text: replaced }] }
  };
}
