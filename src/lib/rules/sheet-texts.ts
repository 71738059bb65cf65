import { fieldsOf } from '#lib/model/fields.ts';
import { remember } from '#lib/model/remember.ts';
import { fieldText, type Place, type Row, type Sheet } from '#lib/model/workbook.ts';

/** A field of prose that is filled in. */
export interface Passage {
  readonly field: string;
  readonly text: string;
}

/** What was found in a text. */
export interface Found {
  /** Characters, from inclusive, to exclusive. */
  readonly range: readonly [from: number, to: number];
}

/** What was found, and where within its sheet. */
export interface FoundAt<Match extends Found> {
  readonly place: Place;
  /** The text that it was found in. */
  readonly text: string;
  readonly match: Match;
}

/** The prose of a sheet, in the order of its fields. */
export const proseOf = remember((sheet: Sheet): readonly Passage[] =>
  fieldsOf(sheet.kind)
    .filter(({ kind }) => kind === 'prose')
    .map(({ id }) => ({ field: id, text: fieldText(sheet, id) }))
    .filter(({ text }) => text.trim() !== '')
);

/** More of one kind in one text are not listed: nobody reads them, and each may bring a whole text as fix. */
const MOST_PER_TEXT = 50;

/** A search through the prose of a sheet. */
export function searchProse<Match extends Found>(find: (text: string) => readonly Match[]) {
  return (sheet: Sheet): readonly FoundAt<Match>[] =>
    proseOf(sheet).flatMap(({ field, text }) =>
      find(text)
        .slice(0, MOST_PER_TEXT)
        .map((match) => ({ place: { field, range: match.range }, text, match }))
    );
}

/**
 * A search through the prose of a sheet, the name of its project, and its cells, of which it takes the
 * first match each. What was found in a row is remembered.
 */
export function searchTexts<Match extends Found>(find: (text: string) => readonly Match[]) {
  const inProse = searchProse(find);
  const inRow = remember((row: Row): readonly FoundAt<Match>[] =>
    Object.entries(row.cells).flatMap(([column, text]) =>
      find(text)
        .slice(0, 1)
        .map((match) => ({ place: { row: row.id, column }, text, match }))
    )
  );
  return (sheet: Sheet): readonly FoundAt<Match>[] => {
    const name = fieldText(sheet, 'projectName');
    const inName = find(name).map((match) => ({
      place: { field: 'projectName', range: match.range },
      text: name,
      match
    }));
    const inCells = sheet.rows
      .flatMap(inRow)
      .filter(({ place }) => sheet.columns.some(({ id }) => id === place.column));
    return [...inName, ...inProse(sheet), ...inCells];
  };
}

/** All matches of a pattern in a text, as found. */
export function matchesOf(pattern: RegExp) {
  return (text: string): readonly Found[] =>
    [...text.matchAll(pattern)].map((match) => ({
      range: [match.index, match.index + match[0].length] as const
    }));
}

/** The text of what was found. */
export function textOf({ text, match }: FoundAt<Found>): string {
  return text.slice(...match.range);
}
