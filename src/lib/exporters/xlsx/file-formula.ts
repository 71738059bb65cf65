import type { CellBlock } from '#lib/model/formula/cell-set.ts';
import { fieldNamed } from '#lib/model/formula/field-names.ts';
import { markLater } from '#lib/model/formula/later-functions.ts';
import type { Places } from '#lib/model/formula/places.ts';
import { formulaFault } from '#lib/model/formula/syntax.ts';
import {
  halfWidthFormula,
  piecesOf,
  referenceText,
  type WrittenCells,
  type WrittenEnd
} from '#lib/model/formula/written.ts';
import { isHeldAsRead } from './held-value.ts';
import type { SheetPlaces } from './sheet-places.ts';

/** A formula as a file holds it, without `=`, and the cells of the workbook that it reads. */
export interface FileFormula {
  readonly text: string;
  readonly reads: readonly CellBlock[];
  /** Whether it means whole columns or rows, which end in the file where the table does. */
  readonly whole: boolean;
}

/** Excel's limit is 8,192 signs. */
const LONGEST = 8_000;

/** What counts blank cells, so that it matters how many of them a range has beyond its sheet. */
const COUNTS_BLANKS =
  /\b(?:COUNTBLANK|ROWS|COLUMNS|INDEX|ISBLANK|SUMPRODUCT|TEXTJOIN)\(|"(?:=?|<>[^"]*)"/i;

/**
 * A formula of a free sheet with its references led to the cells of the file. Whole columns and rows, and
 * ranges that go on beyond their sheet, end where its table does. Null where a reference leads to no cell
 * of the file, such as a field that is printed in a line of text, and where programs differ.
 * @param home the id of the sheet that it stands in
 */
export function fileFormula(
  formula: string,
  home: string,
  workbook: Places,
  file: ReadonlyMap<string, SheetPlaces>
): FileFormula | null {
  const plain = halfWidthFormula(formula).slice(1);
  if (plain.length > LONGEST || formulaFault(formula) !== null) return null;
  const reads: CellBlock[] = [];
  let text = '';
  let whole = false;
  for (const piece of piecesOf(plain)) {
    if (typeof piece === 'string') {
      text += markLater(piece);
      continue;
    }
    const { refers } = piece;
    const sheet = refers.sheet === null ? home : workbook.sheetNamed(refers.sheet);
    const places = sheet === null ? undefined : file.get(sheet);
    if (sheet === null || !places) return null;
    const prefix = sheet === home ? '' : `'${places.page.replaceAll("'", "''")}'!`;
    if ('field' in refers) {
      const kind = workbook.kindOf(sheet);
      const at = places.fields.get((kind && fieldNamed(kind, refers.field)) ?? '');
      if (!at || !isHeldAsRead(at.text)) return null;
      const from = { row: at.row, column: at.column, fixedRow: false, fixedColumn: false };
      text += prefix + referenceText({ sheet: null, from, to: null });
      continue;
    }
    const led = leadTo(refers, sheet, workbook, places);
    if (!led || (led.cut && COUNTS_BLANKS.test(plain))) return null;
    reads.push(led.block);
    whole ||= refers.from.row === null || refers.from.column === null;
    text += prefix + led.text;
  }
  return text.length > LONGEST ? null : { text, reads, whole };
}

/** Cells in the file; `cut` where the table ends before them. */
interface Led {
  readonly text: string;
  readonly block: CellBlock;
  readonly cut: boolean;
}

function leadTo(
  { from, to }: WrittenCells,
  sheet: string,
  workbook: Places,
  places: SheetPlaces
): Led | null {
  const rowIds = workbook.rowsOf(sheet).map(({ id }) => id);
  const columnIds = workbook.columnsOf(sheet).map(({ id }) => id);
  const rows = span([from.row, to ? to.row : from.row], rowIds.length);
  const columns = span([from.column, to ? to.column : from.column], columnIds.length);
  if (!rows || !columns || (!to && (rows.cut || columns.cut))) return null;
  const atRows = rows.ends.map((at) => places.rows.get(rowIds[at]!));
  const atColumns = columns.ends.map((at) => places.columns.get(columnIds[at]!));
  // What a table prints between its rows or beside its columns would be among them.
  if (!isAsFar(rows.ends, atRows) || !isAsFar(columns.ends, atColumns)) return null;
  const end = (which: 0 | 1, { fixedRow, fixedColumn }: WrittenEnd) => ({
    row: atRows[which]!,
    column: atColumns[which]!,
    fixedRow,
    fixedColumn
  });
  return {
    text: referenceText({ sheet: null, from: end(0, from), to: to && end(1, to) }),
    block: { sheet, rows: inOrder(rows.ends), columns: inOrder(columns.ends) },
    cut: rows.cut || columns.cut
  };
}

type Pair = readonly [number, number];

/** The places of two ends within a sheet that has so many; null where both are beyond it. */
function span([one, other]: readonly [number | null, number | null], count: number) {
  if (count === 0) return null;
  if (one === null || other === null) return { ends: [0, count - 1] as Pair, cut: true };
  if (Math.min(one, other) >= count) return null;
  const ends: Pair = [Math.min(one, count - 1), Math.min(other, count - 1)];
  return { ends, cut: Math.max(one, other) >= count };
}

function isAsFar([a, b]: Pair, [first, last]: readonly (number | undefined)[]): boolean {
  return first !== undefined && last !== undefined && last - first === b - a;
}

function inOrder([a, b]: Pair): Pair {
  return a <= b ? [a, b] : [b, a];
}
