import { pinyinInitials } from '#lib/model/pinyin-initials.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import {
  cellText,
  fieldText,
  sheetName,
  type Place,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';
import { foldCase, foldWidth } from './folding.ts';

/** A place that 定位 offers. */
export interface Destination {
  readonly place: Place;
  /** What it is: the row, sheet or indicator that was asked for. */
  readonly name: string;
  /** Where that is; empty for a sheet. */
  readonly where: string;
}

/** Columns by which people know a row: its code, or its name. */
const NAMING = ['code', 'level3', 'name', 'item', 'projectName', 'incomeItem', 'expenditureItem'];
/** Fields by which they know a sheet beside its title. */
const KNOWN_BY = ['projectCode', 'projectName', 'unitCode'];

/** No list of more is looked through. */
const MOST = 50;

/**
 * The places that somebody may mean: a row of the sheet on screen by its number, a sheet by a part of its
 * name, of its codes or by the first letters of its pinyin, a row by a part of its code or name. The rows
 * of the sheet on screen come before those of others.
 */
export function destinationsOf(
  workbook: Workbook,
  shown: string,
  words: string
): readonly Destination[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  const found: Destination[] = [];
  const here = workbook.sheets.filter(({ id }) => id === shown);
  for (const sheet of here) found.push(...numberedRow(sheet, wanted));
  for (const sheet of workbook.sheets) {
    if (isCalled(sheet, wanted)) {
      found.push({ place: { sheet: sheet.id }, name: sheetName(sheet), where: '' });
    }
  }
  for (const sheet of [...here, ...workbook.sheets.filter(({ id }) => id !== shown)]) {
    if (found.length >= MOST) break;
    found.push(...namedRows(sheet, wanted, MOST - found.length));
  }
  return found.slice(0, MOST);
}

function plain(text: string): string {
  return foldCase(foldWidth(text)).trim();
}

function numberedRow(sheet: Sheet, wanted: string): readonly Destination[] {
  const [, digits] = /^第?\s*(\d{1,6})\s*行?$/.exec(wanted) ?? [];
  const row = sheet.rows[Number(digits) - 1];
  if (digits === undefined || !row) return [];
  const known = NAMING.map((column) => cellText(row, column)).find((text) => text !== '');
  const where = [shortSheetName(sheet), known].filter(Boolean).join(' ');
  return [{ place: { sheet: sheet.id, row: row.id }, name: `第 ${Number(digits)} 行`, where }];
}

function isCalled(sheet: Sheet, wanted: string): boolean {
  const names = [sheetName(sheet), ...KNOWN_BY.map((field) => fieldText(sheet, field))];
  if (names.some((name) => plain(name).includes(wanted))) return true;
  return /^[a-z]{2,}$/.test(wanted) && pinyinInitials(sheet.title).includes(wanted);
}

function namedRows(sheet: Sheet, wanted: string, most: number): readonly Destination[] {
  const columns = sheet.columns.filter(({ id }) => NAMING.includes(id));
  const found: Destination[] = [];
  for (const row of sheet.rows) {
    if (found.length >= most) break;
    const column = columns.find(({ id }) => plain(cellText(row, id)).includes(wanted));
    if (!column) continue;
    const place = { sheet: sheet.id, row: row.id, column: column.id };
    const where = `${shortSheetName(sheet)} ${placeName(sheet, place)}`;
    found.push({ place, name: cellText(row, column.id), where });
  }
  return found;
}
