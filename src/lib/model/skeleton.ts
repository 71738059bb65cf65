import { coverLines } from './cover-lines.ts';
import { ABSENT_DIGEST, CELL_DIGEST_LENGTH, digestOf } from './digest.ts';
import { isOfBlank, textAtPlace } from './waiver.ts';
import {
  cellText,
  fieldText,
  type FormName,
  type Place,
  type Row,
  type Settings,
  type Sheet,
  type SheetKind,
  type Waiver,
  type Workbook
} from './workbook.ts';

/**
 * A workbook without its texts: what a printed paper cannot carry, above all the ids. It travels hidden
 * in files of Word and Excel, so it holds no text of a cell or a field: whoever hands a file out must
 * not hand out another version of it without knowing, and what was changed in Word or Excel must win.
 * Lengths and digests stand for the texts, so that unchanged ones are known again.
 */
export interface Skeleton {
  readonly version: 1;
  readonly id: string;
  readonly year: number | null;
  readonly region: string;
  readonly form: FormName;
  readonly settings: Settings;
  readonly waivers: readonly CarriedWaiver[];
  readonly sheets: readonly CarriedSheet[];
  /** Absent where the file prints it. */
  readonly title?: string;
  /** Absent where the file prints it. */
  readonly department?: string;
  /**
   * How many lines the file prints below title and department; absent in files of before, which print
   * none. A file prints the 目录 that the program makes, so that an imported one does not travel.
   */
  readonly coverLines?: number;
}

/** The namespace of the XML part that carries a skeleton, its JSON text in one element. */
export const SKELETON_NAMESPACE = 'urn:jibiao:skeleton:1';

/** The anchor of the workbook's title, where a file prints it. */
export const TITLE_ANCHOR = '_JibiaoTitle';

/** The anchor of a heading in a file that has no headings of its own kind, and its level from 1. */
export function headingAnchor(index: number, level: number): string {
  return `_JibiaoHeading${index + 1}Level${level}`;
}

/** The level that the anchor of a heading tells; null where it is another anchor. */
export function headingLevel(anchor: string): number | null {
  const match = /^_JibiaoHeading\d+Level(\d{1,4})$/.exec(anchor);
  return match && Number(match[1]);
}

/** A waiver with a digest of the text that was accepted. */
export interface CarriedWaiver extends Omit<Waiver, 'was'> {
  readonly was: string;
}

/** A sheet without its texts. */
export interface CarriedSheet {
  readonly id: string;
  /** What marks in the file where the sheet begins: a bookmark, the name of a worksheet. */
  readonly anchor: string;
  readonly kind: SheetKind;
  readonly form: string;
  /** As printed in front of the title, which the file prints joined to it. */
  readonly number: string;
  /** Absent where the file prints it. */
  readonly path?: readonly string[];
  /** The length of each field that the sheet has, in UTF-16 code units. */
  readonly fields: Readonly<Record<string, number>>;
  /** The length of its note. */
  readonly note: number;
  /** A title is absent where the file prints it. */
  readonly columns: readonly { readonly id: string; readonly title?: string }[];
  readonly rows: readonly CarriedRow[];
  /** The cells, by row and column, whose formulas mean whole columns or rows; absent where there are none. */
  readonly wholeLines?: readonly CarriedCell[];
}

/** The ids of the row and the column of a cell. */
export type CarriedCell = readonly [row: string, column: string];

/** The id of a row, and the digests of its cells in the order of the columns as one text. */
export type CarriedRow = readonly [id: string, digests: string];

/** What a format prints, and where. */
export interface PrintedWhere {
  /** The anchor of a sheet in the file. */
  readonly anchor: (sheet: Sheet, index: number) => string;
  /** Whether the title, the department and the further lines of the cover are printed. */
  readonly cover: boolean;
  /** Whether the headings above a sheet are printed. */
  readonly path: (sheet: Sheet) => boolean;
  /** Whether the titles of a sheet's columns are printed. */
  readonly columnTitles: (sheet: Sheet) => boolean;
}

/**
 * The skeleton of a workbook for a file that prints the rest. Waivers of texts that were changed since
 * are left out, because they hold no longer.
 */
export function skeletonOf(workbook: Workbook, printed: PrintedWhere): Skeleton {
  const { id, year, region, form, settings, waivers, sheets, title, department, cover } = workbook;
  return {
    version: 1,
    id,
    year,
    region,
    form,
    settings,
    waivers: waivers
      .map((waiver) => ({ ...waiver, place: placeNow(sheets, waiver) }))
      .filter(({ place, was }) => standingAt(sheets, place, was) === was)
      .map(carriedWaiver),
    sheets: sheets.map((sheet, index) => carriedSheet(sheet, index, printed)),
    ...(printed.cover ? {} : { title }),
    ...(printed.cover && department !== '' ? {} : { department }),
    ...(printed.cover ? { coverLines: coverLines(cover).length } : {})
  };
}

/** The digests of a row's cells, as `CarriedRow` holds them. */
export function rowDigests(row: Row, columns: readonly { readonly id: string }[]): string {
  return columns
    .map(({ id }) =>
      Object.hasOwn(row.cells, id) ? digestOf(cellText(row, id), CELL_DIGEST_LENGTH) : ABSENT_DIGEST
    )
    .join('');
}

/** The waivers whose text still stands at its place, with that text. */
export function restoreWaivers(
  carried: readonly CarriedWaiver[],
  sheets: readonly Sheet[]
): Waiver[] {
  return carried.flatMap((waiver) => {
    const was = standingAt(sheets, waiver.place, waiver.was);
    const restored = { ...waiver, was: was ?? '' };
    return was !== null && carriedWaiver(restored).was === waiver.was ? [restored] : [];
  });
}

function carriedSheet(sheet: Sheet, index: number, printed: PrintedWhere): CarriedSheet {
  const { id, kind, form, number, path, fields, columns, rows, note } = sheet;
  const titled = printed.columnTitles(sheet);
  return {
    id,
    anchor: printed.anchor(sheet, index),
    kind,
    form,
    number,
    fields: Object.fromEntries(
      Object.keys(fields).map((field) => [field, fieldText(sheet, field).length])
    ),
    note: note.length,
    columns: columns.map(({ id, title }) => (titled ? { id } : { id, title })),
    rows: rows.map((row) => [row.id, rowDigests(row, columns)]),
    ...(printed.path(sheet) ? {} : { path })
  };
}

/** What is accepted of a whole row or sheet, of what is in none, or of a blank, is a digest already. */
function carriedWaiver(waiver: Waiver): CarriedWaiver {
  const { place, was } = waiver;
  const whole =
    place.sheet === undefined || (place.field === undefined && place.column === undefined);
  return whole || isOfBlank(was) ? waiver : { ...waiver, was: digestOf(was, 7) };
}

/** The place of a waiver, where its words have moved in their prose since: where they now stand. */
function placeNow(sheets: readonly Sheet[], { place, was }: Waiver): Place {
  const { sheet, field, range } = place;
  if (range === undefined || standingAt(sheets, place, was) === was) return place;
  const at = standingAt(sheets, { sheet, field }, '')?.indexOf(was) ?? -1;
  return at < 0 ? place : { ...place, range: [at, at + was.length] };
}

/**
 * The text at a place, or, of a whole row or sheet and of a place that is still blank, what was accepted
 * there; null where the place is no longer there.
 */
function standingAt(sheets: readonly Sheet[], place: Place, accepted: string): string | null {
  const sheet = sheets.find(({ id }) => id === place.sheet);
  if (!sheet) return place.sheet === undefined ? accepted : null;
  const gone = place.row !== undefined && !sheet.rows.some(({ id }) => id === place.row);
  const text = textAtPlace(sheet, place);
  if (gone) return null;
  return text === null || (text.trim() === '' && isOfBlank(accepted)) ? accepted : text;
}
