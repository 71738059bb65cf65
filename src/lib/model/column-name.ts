import type { Column } from './workbook.ts';

/** Columns of a free sheet are called after their place, unless the paper has given them a title. */
const LETTERS = /^[A-Z]{0,3}$/;

/** Whether a column has no title but the letter of some place. */
export function isLettered({ title }: Column): boolean {
  return LETTERS.test(title);
}

/** What a column is called on screen: its title, or the letter of its place, as in a spreadsheet. */
export function columnName(columns: readonly Column[], at: number): string {
  const column = columns[at];
  return column === undefined || isLettered(column) ? columnLetter(at) : column.title;
}

/** The letters of a place counted from 0, as spreadsheets count columns: A … Z, AA, AB … */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}

/** New columns without titles, whose ids are the first letters that no column has yet. */
export function newColumns(columns: readonly Column[], count: number): Column[] {
  const taken = new Set(columns.map(({ id }) => id));
  const added: Column[] = [];
  for (let at = 0; added.length < count; at++) {
    const id = columnLetter(at);
    if (!taken.has(id)) added.push({ id, title: '' });
  }
  return added;
}
