import { isProse } from '#lib/model/fields.ts';
import { LONGEST_PROSE, LONGEST_TEXT } from '#lib/model/text-limits.ts';
import type { Place, Sheet } from '#lib/model/workbook.ts';
import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';

/**
 * The sheet with its texts as long as a workbook may have them. What is longer, no person has typed: its
 * end is said to have no place.
 */
export function withinLimits(sheet: Sheet, lines: readonly Line[], ledger: Ledger): Sheet {
  const cut = (text: string, longest: number, place: Place) => {
    const kept = beginningOf(text, longest);
    if (kept === text) return text;
    ledger.leave(lineOf(text, lines), text.slice(kept.length), { sheet: sheet.id, ...place });
    return kept;
  };
  const longestOf = (field: string) => (isProse(sheet.kind, field) ? LONGEST_PROSE : LONGEST_TEXT);
  return {
    ...sheet,
    note: cut(sheet.note, LONGEST_TEXT, {}),
    fields: mapTexts(sheet.fields, (text, field) => cut(text, longestOf(field), { field })),
    rows: sheet.rows.map(({ id, cells }) => ({
      id,
      cells: mapTexts(cells, (text, column) => cut(text, LONGEST_TEXT, { row: id, column }))
    }))
  };
}

/** As many lines as a text of the workbook may have; the others are said to have no place. */
export function linesWithinLimit(
  lines: readonly { readonly number: number; readonly text: string }[],
  ledger: Ledger
): readonly string[] {
  let bytes = 0;
  const kept: string[] = [];
  for (const { number, text } of lines) {
    bytes += (text.length + 1) * BYTES;
    if (bytes <= LONGEST_TEXT) kept.push(text);
    else ledger.leave(number, text);
  }
  return kept;
}

function mapTexts(
  texts: Readonly<Record<string, string>>,
  change: (text: string, key: string) => string
): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text, key)]));
}

/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const BYTES = 3;

/** As much of a text as its limit in bytes of UTF-8 allows, ended between two characters. */
function beginningOf(text: string, longest: number): string {
  if (text.length * BYTES <= longest) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(longest));
  return text.slice(0, read);
}

/** So many characters of a text are enough to find the line it came from. */
const BEGINNING = 60;

function lineOf(text: string, lines: readonly Line[]): number {
  const beginning = text.slice(0, BEGINNING);
  return lines.find((line) => line.text.includes(beginning))?.number ?? 1;
}
