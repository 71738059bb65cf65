import type { DisclosureColumn, DisclosureForm } from '#lib/model/disclosure-forms.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';
import { filledCells, type PrintedRow } from '../layouts/printed-row.ts';

/** For each printed column the id of the form's column, null where it is none. */
export type ColumnPlaces = readonly (string | null)[];

/** Whether a row numbers the columns: 栏次 1 2 3 4 … */
export function isColumnNumbers(row: PrintedRow): boolean {
  return labelWords(filledCells(row)[0]?.text ?? '') === '栏次';
}

/** Where the columns of a form stand, by the row that numbers them; null where the numbers do not fit. */
export function placesByNumbers(form: DisclosureForm, row: PrintedRow): ColumnPlaces | null {
  const places = row.map(({ text }) =>
    /^\d{1,2}$/.test(text) ? (form.columns[Number(text) - 1]?.id ?? null) : null
  );
  const found = places.filter((place) => place !== null);
  const inOrder = form.columns.map(({ id }) => id).join() === found.join();
  return inOrder ? places : null;
}

/** Where the columns stand by their titles, in the order of the form; null where some are not found. */
export function placesByTitles(
  form: DisclosureForm,
  header: readonly PrintedRow[]
): ColumnPlaces | null {
  const width = header.reduce((most, row) => Math.max(most, row.length), 0);
  const titles = Array.from({ length: width }, (_, at) =>
    header.map((row) => labelWords(row[at]?.text ?? '')).findLast((words) => words !== '')
  );
  let next = 0;
  const places = titles.map((words) => {
    const column = form.columns[next];
    if (!column || words === undefined || !isTitleOf(column, words)) return null;
    next += 1;
    return column.id;
  });
  return next === form.columns.length ? places : null;
}

/**
 * Where the columns stand by their count: behind 序号 where the form prints it and the first row begins
 * with 1, else from the first. Null where the rows have more columns than the form, or fewer.
 */
export function placesByCount(
  form: DisclosureForm,
  rows: readonly PrintedRow[]
): ColumnPlaces | null {
  const numbered = form.numbered && rows[0]?.[0]?.text === '1';
  const places = [...(numbered ? [null] : []), ...form.columns.map(({ id }) => id)];
  const printed = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex(({ text }) => text !== '') + 1),
    0
  );
  return filled <= places.length && printed >= places.length ? places : null;
}

/** Whether a text numbers a row, as 序号 does. */
export function isRowNumber(text: string): boolean {
  return /^\d{1,3}$/.test(text);
}

/** Whether a text holds words that the form prints above its rows. */
export function isHeaderWord(form: DisclosureForm, text: string): boolean {
  const words = labelWords(text);
  return isPrinted(form, words) || form.columns.some((column) => isTitleOf(column, words));
}

/** Whether words are those of the form, or a part of them. */
export function isPrinted({ columns }: DisclosureForm, words: string): boolean {
  if (words === '序号' || words === '栏次') return true;
  return (
    words.length >= 2 &&
    columns.some(
      ({ title, group }) => labelWords(title).includes(words) || labelWords(group).includes(words)
    )
  );
}

/** Papers shorten titles and add to them: 财政专户 for 财政专户收入, 价值(金额单位:万元) for 价值. */
function isTitleOf({ title }: DisclosureColumn, words: string): boolean {
  return words.includes(title) || (words.length >= 2 && title.includes(words));
}
