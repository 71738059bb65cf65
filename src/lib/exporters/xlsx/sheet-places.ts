import { resultKey } from '#lib/model/formula/results.ts';
import type { Page } from './page.ts';

/** Where the table of a sheet stands in the file; rows and columns of the page from 0. */
export interface SheetPlaces {
  /** The name of the page. */
  readonly page: string;
  /** By the ids of the sheet's rows and columns. */
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  readonly fields: ReadonlyMap<string, FieldPlace>;
  /** The cells, by `resultKey`, that are merged into one above and have none of their own. */
  readonly covered: ReadonlySet<string>;
}

/** The cell of a field, and its text. */
export interface FieldPlace {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Where the tables of sheets stand, by the ids of the sheets. */
export function placesOnPages(pages: readonly Page[]): ReadonlyMap<string, SheetPlaces> {
  return new Map(
    pages.flatMap((page) => {
      const [begin] = page.begins;
      return begin ? [[begin.part.sheet.id, placesOn(page)] as const] : [];
    })
  );
}

function placesOn({ name, rows }: Page): SheetPlaces {
  const rowPlaces = new Map<string, number>();
  const columnPlaces = new Map<string, number>();
  const fields = new Map<string, FieldPlace>();
  const covered = new Set<string>();
  rows.forEach((cells, row) => {
    for (const { source, column, text } of cells) {
      if (source === null) continue;
      if ('field' in source) fields.set(source.field, { row, column, text });
      else {
        const [first, ...below] = source.rows;
        if (first !== undefined) rowPlaces.set(first, row);
        columnPlaces.set(source.column, column);
        for (const merged of below) covered.add(resultKey(merged, source.column));
      }
    }
  });
  return { page: name, rows: rowPlaces, columns: columnPlaces, fields, covered };
}
