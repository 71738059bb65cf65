import { placesIn, type Places, type Standing } from '#lib/model/formula/places.ts';
import type { Row, Workbook } from '#lib/model/workbook.ts';
import type { Memory } from './memory.ts';

/**
 * The places that formulas go by. Unlike a plain workbook, a document knows where deleted rows stood, so that
 * a range ends where its last row was, and a colleague's row within it belongs to it.
 * @param workbook with bound formulas; another state of the document than the present one, if need be
 */
export function placesOf(memory: Memory, workbook: Workbook = memory.workbook): Places {
  const known = placesIn(workbook);
  const indexes = new Map<string, ReadonlyMap<string, number>>();
  const indexOf = (sheet: string) => {
    let index = indexes.get(sheet);
    if (!index) {
      index = new Map(known.rowsOf(sheet).map(({ id }, at) => [id, at]));
      indexes.set(sheet, index);
    }
    return index;
  };
  const standingOf = (row: string): Standing | null => {
    const sheet = memory.sheetOfRow(row);
    if (sheet === null || known.kindOf(sheet) === null) return known.standingOf(row);
    const at = indexOf(sheet).get(row);
    if (at !== undefined) return { sheet, at, gone: false };
    if (!memory.isDeleted(row)) return known.standingOf(row);
    return { sheet, at: placeAmong(memory, known.rowsOf(sheet), row), gone: true };
  };
  return { ...known, standingOf };
}

/** How many of some rows in order stand before a deleted one. */
function placeAmong(memory: Memory, rows: readonly Row[], row: string): number {
  const order = memory.orderOf(row) ?? '';
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { id } = rows[middle]!;
    const other = memory.orderOf(id) ?? '';
    if (other < order || (other === order && id < row)) low = middle + 1;
    else high = middle;
  }
  return low;
}
