import { disclosureFormOf, type DisclosureForm } from '#lib/model/disclosure-forms.ts';
import {
  isColumnNumbers,
  isHeaderWord,
  isRowNumber,
  placesByCount,
  placesByNumbers,
  placesByTitles,
  type ColumnPlaces
} from './disclosure-columns.ts';
import { readDisclosureHead } from './disclosure-head.ts';
import { isFootnote } from './footnote.ts';
import { filledCells, type PrintedRow } from '../layouts/printed-row.ts';

/** What a row of a disclosure table is: of its head, of its titles, of its figures, or none of these. */
export type RowKind = 'head' | 'title' | 'titles' | 'numbers' | 'data' | 'note' | 'stray';

/** A row of a disclosure table, and for a row of figures where its columns stand. */
export interface KnownRow {
  readonly kind: RowKind;
  readonly row: PrintedRow;
  readonly places: ColumnPlaces;
}

/** At most this many rows of titles stand above the row that numbers the columns. */
const TITLE_ROWS = 3;

/**
 * Says of each row of a disclosure table what it is. The columns stand where the 栏次 above say, else
 * where the titles say, else by their count; on a new page they may stand elsewhere.
 * Null where the columns do not fit the form, so that it is another table.
 */
export function knowRows(form: DisclosureForm, rows: readonly PrintedRow[]): KnownRow[] | null {
  const kinds = kindsOf(form, rows);
  const data = rows.filter((_, at) => kinds[at] === 'data');
  const known: KnownRow[] = [];
  let titles: PrintedRow[] = [];
  let places: ColumnPlaces | null = null;
  for (const [at, row] of rows.entries()) {
    const kind = kinds[at]!;
    if (kind === 'titles') titles.push(row);
    if (kind === 'numbers') {
      places = placesByNumbers(form, row) ?? placesByTitles(form, titles) ?? places;
      titles = [];
    }
    if (kind === 'data') {
      places ??= placesByTitles(form, titles) ?? placesByCount(form, data);
      if (!places) return null;
    }
    known.push({ kind, row, places: places ?? [] });
  }
  return known;
}

function kindsOf(form: DisclosureForm, rows: readonly PrintedRow[]): RowKind[] {
  const kinds: RowKind[] = [];
  const titles = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const [first, ...others] = filledCells(row);
    const lone = first && others.length === 0 ? first.text : null;
    const isYearBelow = /^\d{4}年?$/.test(lone ?? '') && endsWithLabel(rows[at - 1]);
    if (isColumnNumbers(row)) kinds.push('numbers');
    else if (form.numbered && isRowNumber(row[0]?.text ?? '') && row.length > 1) kinds.push('data');
    else if (lone !== null && isFootnote(lone)) kinds.push('note');
    else if (lone !== null && disclosureFormOf(lone) === form) kinds.push('title');
    else if (isYearBelow || isHead(row)) kinds.push('head');
    else if (titles.has(textsOf(row)) || isTitles(form, rows, at, kinds.includes('data'))) {
      titles.add(textsOf(row));
      kinds.push('titles');
    } else kinds.push(row.length > 1 && isFigures(form, row) ? 'data' : 'stray');
  }
  return kinds;
}

/** 预算年度： whose year stands on the next line. */
function endsWithLabel(row: PrintedRow | undefined): boolean {
  return /年度\s*[:：]$/.test(filledCells(row ?? []).at(-1)?.text ?? '');
}

function isHead(row: PrintedRow): boolean {
  return filledCells(row).every(({ text }) => readDisclosureHead(text) !== null);
}

/**
 * Whether a row stands above the numbers of the columns, whatever a scanner read there, or, above the first
 * figures, holds mostly words that the form prints.
 */
function isTitles(
  form: DisclosureForm,
  rows: readonly PrintedRow[],
  at: number,
  belowData: boolean
): boolean {
  const below = rows.slice(at + 1, at + 1 + TITLE_ROWS);
  const numbers = below.findIndex(isColumnNumbers);
  const figures = below.findIndex((row) => isRowNumber(row[0]?.text ?? ''));
  if (numbers >= 0 && (figures < 0 || numbers < figures)) return rows[at]!.length > 1;
  const filled = filledCells(rows[at]!);
  const words = filled.filter(({ text }) => isHeaderWord(form, text)).length;
  const isGroup = form.columns.some(({ group }) => group === filled[0]?.text);
  return !belowData && words * 2 >= filled.length && (filled.length > 1 || isGroup);
}

/** A row with several texts, or with all columns though most are blank. */
function isFigures(form: DisclosureForm, row: PrintedRow): boolean {
  return filledCells(row).length > 1 || row.length >= form.columns.length;
}

function textsOf(row: PrintedRow): string {
  return row.map(({ text }) => text).join('\t');
}
