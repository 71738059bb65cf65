import { createSheet } from '#lib/model/create.ts';
import { newColumns } from '#lib/model/column-name.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';
import type { Column, Row, Sheet } from '#lib/model/workbook.ts';
import type { FieldOrigin, SheetOrigin } from '../paper/ledger.ts';
import type { Line } from '../paper/lines.ts';
import { restoreRows } from './rows.ts';
import { splitSheetName } from './sheet-name.ts';

/** What the lines of a sheet say, by the inverse of its form. */
export interface PrintedSheet {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  /** How many columns, with titles, were added behind those of the sheet; absent where none were. */
  readonly addedColumns?: number;
  /** In the order of the columns; a title is undefined where the form prints none. */
  readonly columnTitles: readonly (string | undefined)[];
  /** A text for each column; null where the form prints no table. */
  readonly rows: readonly (readonly string[])[] | null;
  /** Where the rows and the fields stand; lines from 0 among those of the sheet. Absent where nobody asks. */
  readonly stands?: {
    readonly firstRow: number;
    readonly columns: readonly number[];
    readonly fields?: readonly FieldOrigin[];
  };
  readonly note: string;
  /** Lines below it that do not belong to it. */
  readonly rest: readonly Line[];
}

/** Reads the lines of a sheet; null where they were changed so much that they are not in its form. */
export type ReadForm = (lines: readonly Line[], carried: CarriedSheet) => PrintedSheet | null;

/** The sheet that was printed, with its ids. */
export function restoreSheet(
  printed: PrintedSheet,
  carried: CarriedSheet,
  path: readonly string[],
  ids: IdSource
): Sheet {
  const own: Column[] = carried.columns.map(({ id, title }, index) => ({
    id,
    title: printed.columnTitles[index] ?? title ?? ''
  }));
  const added = newColumns(own, printed.addedColumns ?? 0).map(({ id }, index) => ({
    id,
    title: printed.columnTitles[own.length + index] ?? ''
  }));
  const { id, kind, form } = carried;
  return createSheet(kind, {
    id,
    form,
    ...splitSheetName(printed.name, carried.number),
    path,
    // A field without text is printed like one that the sheet does not have.
    fields: Object.fromEntries(
      Object.entries(printed.fields).filter(
        ([field, text]) => text !== '' || Object.hasOwn(carried.fields, field)
      )
    ),
    columns: [...own, ...added],
    rows:
      printed.rows === null
        ? carried.rows.map(([row]) => ({ id: row, cells: {} }))
        : widened(restoreRows(carried.rows, own, printed.rows, ids), added, printed.rows),
    note: printed.note
  });
}

/** Where a sheet that was printed stands among the lines of its file; null where that is not known. */
export function originOf(
  { stands, rows }: PrintedSheet,
  { id }: CarriedSheet,
  lines: readonly Line[]
): SheetOrigin | null {
  if (!stands) return null;
  const numberAt = (at: number) => lines[at]?.number ?? 0;
  return {
    sheet: id,
    rows: (rows ?? []).map((_, at) => numberAt(stands.firstRow + at)),
    columns: stands.columns,
    fields: (stands.fields ?? []).map((field) => ({ ...field, line: numberAt(field.line) }))
  };
}

/** Rows with the texts of columns that were added behind theirs. */
function widened(
  rows: readonly Row[],
  added: readonly Column[],
  texts: readonly (readonly string[])[]
): readonly Row[] {
  if (added.length === 0) return rows;
  return rows.map(({ id, cells }, index) => {
    const beyond = texts[index]!.slice(-added.length);
    const own = added.map((column, at) => [column.id, beyond[at] ?? ''] as const);
    return { id, cells: { ...cells, ...Object.fromEntries(own) } };
  });
}
