/** A place on a worksheet; column and row counted from 1. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** A rectangle of cells, both corners inside it. */
export interface CellRange {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

/** The place that a reference such as `AB12` or `$AB$12` names; null where it names none of a worksheet. */
export function readReference(text: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match) return null;
  const letters = match[1]!.toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(match[2]);
  return column <= LAST_COLUMN && row >= 1 && row <= LAST_ROW ? { column, row } : null;
}

/** The rectangle that a reference such as `A1:C3` names; null where it names none. */
export function readRange(text: string): CellRange | null {
  const [from = '', to = from] = text.split(':');
  const [one, other] = [readReference(from), readReference(to)];
  if (!one || !other) return null;
  return {
    first: { column: Math.min(one.column, other.column), row: Math.min(one.row, other.row) },
    last: { column: Math.max(one.column, other.column), row: Math.max(one.row, other.row) }
  };
}

/** A place as Excel names it: `AB12`. */
export function referenceOf({ column, row }: CellPlace): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
