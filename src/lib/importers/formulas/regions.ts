import type { Sheet } from '#lib/model/workbook.ts';
import type { CellRow } from '../cells/cell-rows.ts';
import type { SheetOrigin } from '../paper/ledger.ts';
import type { Calculations } from '../source.ts';

/** A cell of a worksheet; row and column counted from 1. */
export interface WorksheetPlace {
  readonly row: number;
  readonly column: number;
}

/** Where the cells of an imported sheet stand on a worksheet. */
export interface Region {
  readonly sheet: Sheet;
  readonly worksheet: string;
  /** The places among the rows and columns of the sheet, from 0, by those of the worksheet. */
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** The cells of fields. */
  readonly fields: readonly (WorksheetPlace & { readonly field: string })[];
  /** The cells of the worksheet with a text that are none of its own. */
  readonly others: readonly WorksheetPlace[];
}

/** Where the imported sheets stand on the worksheets; those that stand on several are left out. */
export function regionsOf(
  sheets: readonly Sheet[],
  origins: readonly SheetOrigin[],
  { worksheets, rows: lines }: Calculations
): readonly Region[] {
  const cellsOf = new Map(worksheets.map(({ name, rows }) => [name, rows]));
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  return origins.flatMap((origin): readonly Region[] => {
    const sheet = byId.get(origin.sheet);
    const places = origin.rows.map((line) => lines.get(line));
    const [first] = places;
    if (!sheet || !first || places.length !== sheet.rows.length) return [];
    if (!places.every((place) => place?.worksheet === first.worksheet)) return [];
    const rows = new Map(places.map((place, at) => [place!.row, at]));
    const columns = new Map(origin.columns.map((cell, at) => [first.columns[cell] ?? 0, at]));
    const fields = origin.fields.flatMap(({ field, line, cell }) => {
      const at = lines.get(line);
      const column = at?.columns[cell];
      return at && column !== undefined ? [{ field, row: at.row, column }] : [];
    });
    const isOwn = ({ row, column }: WorksheetPlace) => rows.has(row) && columns.has(column);
    const others = filledPlaces(cellsOf.get(first.worksheet) ?? []).filter((at) => !isOwn(at));
    return [{ sheet, worksheet: first.worksheet, rows, columns, fields, others }];
  });
}

function filledPlaces(rows: readonly CellRow[]): readonly WorksheetPlace[] {
  return rows.flatMap(({ number, cells }) =>
    cells.flatMap(({ column, text }) => (text === '' ? [] : [{ row: number, column }]))
  );
}
