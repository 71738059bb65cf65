/** A rectangle of cells of a sheet; places from 0, both ends within it. */
export interface CellBlock {
  readonly sheet: string;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** Cells that can be asked for by rectangles; few of many. */
export class CellSet {
  /** The rows of the cells by sheet and column. */
  readonly #rows = new Map<string, Set<number>>();

  add(sheet: string, row: number, column: number): void {
    const key = `${sheet}/${column}`;
    const rows = this.#rows.get(key) ?? new Set();
    this.#rows.set(key, rows.add(row));
  }

  /** Whether one of the cells is within a rectangle. */
  meets({ sheet, rows, columns }: CellBlock): boolean {
    if (this.#rows.size === 0) return false;
    for (let column = columns[0]; column <= columns[1]; column++) {
      for (const row of this.#rows.get(`${sheet}/${column}`) ?? []) {
        if (rows[0] <= row && row <= rows[1]) return true;
      }
    }
    return false;
  }
}
