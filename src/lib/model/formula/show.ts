import {
  boundPieces,
  type BoundCells,
  type BoundEnd,
  type BoundField,
  type BoundPiece
} from './bound.ts';
import { fieldName, formulaFields } from './field-names.ts';
import type { Places } from './places.ts';
import { referenceText, type WrittenEnd } from './written.ts';

/** What stands for a reference to something that is gone, as in Excel. */
export const BROKEN = '#REF!';

/**
 * A bound formula as people read it now. A range whose end is deleted ends at the next row that is there
 * within it; a deleted cell, and what is gone altogether, is `#REF!` until it is restored.
 * @param home the sheet that it stands in
 */
export function showFormula(bound: string, home: string, places: Places): string {
  return showPieces(boundPieces(bound), home, places);
}

/** The same of pieces that have been read before. */
export function showPieces(pieces: readonly BoundPiece[], home: string, places: Places): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if ('field' in piece) text += fieldText(piece, places);
    else text += cellsText(piece, home, places);
  }
  return text;
}

function fieldText({ sheet, field }: BoundField, places: Places): string {
  const name = places.nameOf(sheet);
  const kind = places.kindOf(sheet);
  const found = kind && formulaFields(kind).find(({ id }) => id === field);
  return name !== null && found ? referenceText({ sheet: name, field: fieldName(found) }) : BROKEN;
}

function cellsText({ sheet, from, to }: BoundCells, home: string, places: Places): string {
  const first = lineOf(from, sheet, places);
  const last = to ? lineOf(to, sheet, places) : first;
  if (!first || !last || first.sheet !== last.sheet) return BROKEN;
  const name = places.nameOf(first.sheet);
  if (name === null) return BROKEN;
  const rows = rowsBetween(first, last, to !== null);
  const columns = columnsBetween(from, to, first.sheet, places);
  if (!rows || !columns) return BROKEN;
  const ends = rows.map((row, at): WrittenEnd => ({ ...row, ...columns[at]! }));
  return referenceText({
    sheet: first.sheet === home ? null : name,
    from: ends[0]!,
    to: to ? ends[1]! : null
  });
}

/** The place of an end's row; half a row before `at` where that row is deleted. Null of a whole column. */
interface Line {
  readonly sheet: string;
  readonly at: number | null;
  readonly fixed: boolean;
}

function lineOf({ row, fixedRow: fixed }: BoundEnd, sheet: string, places: Places): Line | null {
  if (typeof row !== 'string') return { sheet, at: row, fixed };
  const standing = places.standingOf(row);
  return standing && { sheet: standing.sheet, at: standing.at - (standing.gone ? 0.5 : 0), fixed };
}

type Rows = readonly Pick<WrittenEnd, 'row' | 'fixedRow'>[];

function rowsBetween(one: Line, other: Line, isRange: boolean): Rows | null {
  if (one.at === null || other.at === null) {
    return one.at === other.at
      ? [one, other].map(({ fixed }) => ({ row: null, fixedRow: fixed }))
      : null;
  }
  const [first, last] = one.at <= other.at ? [one, other] : [other, one];
  const [top, bottom] = [Math.ceil(first.at!), Math.floor(last.at!)];
  if (top > bottom || (!isRange && top !== first.at)) return null;
  return [
    { row: top, fixedRow: first.fixed },
    { row: bottom, fixedRow: last.fixed }
  ];
}

type Columns = readonly Pick<WrittenEnd, 'column' | 'fixedColumn'>[];

function columnsBetween(
  from: BoundEnd,
  to: BoundEnd | null,
  sheet: string,
  places: Places
): Columns | null {
  const all = places.columnsOf(sheet);
  const ends = [from, to ?? from].map(({ column, fixedColumn }) => ({
    column: typeof column === 'string' ? all.findIndex(({ id }) => id === column) : column,
    fixedColumn
  }));
  if (ends.some(({ column }) => column === -1)) return null;
  return ends.sort((a, b) => (a.column ?? 0) - (b.column ?? 0));
}
