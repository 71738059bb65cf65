import type { CellBlock } from '#lib/model/formula/cell-set.ts';
import { fieldName, formulaFields } from '#lib/model/formula/field-names.ts';
import { formulaFault, type FormulaFault } from '#lib/model/formula/syntax.ts';
import {
  piecesOf,
  referenceText,
  type WrittenCells,
  type WrittenEnd
} from '#lib/model/formula/written.ts';
import type { Region } from './regions.ts';

/** A formula of a file as it is typed here, and the cells of the workbook that it reads. */
export interface TypedFormula {
  readonly text: string;
  readonly reads: readonly CellBlock[];
}

/** Why a formula of a file is not taken: what stands in the way of it anywhere, or a cell that is not here. */
export type TypingFault = FormulaFault | 'outside';

/** Where a formula of a file stands, and what it can lead to. */
export interface TypedWhere {
  /** That of the free sheet that it stands in. */
  readonly region: Region;
  readonly regions: readonly Region[];
  /** By what name formulas call a sheet. */
  readonly nameOf: (sheet: string) => string | null;
  /** Whether ranges over all rows or columns of a sheet mean whole columns or rows. */
  readonly whole: boolean;
}

/**
 * A formula of a file with its references led to the cells of the workbook.
 * @param formula as people write it, with `=`
 */
export function typedFormula(formula: string, where: TypedWhere): TypedFormula | TypingFault {
  const fault = formula === '' ? 'range' : formulaFault(formula);
  if (fault !== null) return fault;
  const reads: CellBlock[] = [];
  let text = '';
  for (const piece of piecesOf(formula)) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const { refers } = piece;
    // A name that the file has given to cells; ours are those of fields.
    if ('field' in refers) return 'outside';
    const led = leadTo(refers, where);
    if (!led) return 'outside';
    text += led.text;
    if (led.block) reads.push(led.block);
  }
  return { text, reads };
}

interface Led {
  readonly text: string;
  readonly block: CellBlock | null;
}

/** The cells from one end to the other on a worksheet, counted from 1, without end where lines are whole. */
interface Rectangle {
  readonly rows: Pair;
  readonly columns: Pair;
}

type Pair = readonly [number, number];

function leadTo(
  refers: WrittenCells,
  { region: home, regions, nameOf, whole }: TypedWhere
): Led | null {
  const { from, to } = refers;
  const worksheet = refers.sheet ?? home.worksheet;
  const rectangle = {
    rows: ends(from.row, to ? to.row : from.row),
    columns: ends(from.column, to ? to.column : from.column)
  };
  for (const region of candidates(regions, worksheet, rectangle, home)) {
    const name = nameOf(region.sheet.id);
    if (name === null) continue;
    const sheet = region === home ? null : name;
    const field = to ? undefined : fieldAt(region, rectangle);
    if (field !== undefined) {
      return { text: referenceText({ sheet: name, field }), block: null };
    }
    const cells = cellsIn(region, refers, rectangle, whole);
    if (cells) return { text: referenceText({ ...cells.refers, sheet }), block: cells.block };
  }
  return null;
}

/** The regions of a worksheet that cells may belong to, first that in which they begin, then the own one. */
function candidates(
  regions: readonly Region[],
  worksheet: string,
  { rows, columns }: Rectangle,
  home: Region
): readonly Region[] {
  const here = regions.filter((region) => region.worksheet === worksheet);
  const isIn = (region: Region) => region.rows.has(rows[0]) && region.columns.has(columns[0]);
  return [...here.filter(isIn), ...here.filter((region) => region === home), ...here];
}

function fieldAt({ sheet, fields }: Region, { rows, columns }: Rectangle): string | undefined {
  const at = fields.find(({ row, column }) => row === rows[0] && column === columns[0]);
  const field = formulaFields(sheet.kind).find(({ id }) => id === at?.field);
  return field && fieldName(field);
}

/** The same cells in the sheet of a region; null where other texts of the worksheet are among them. */
function cellsIn(region: Region, { from, to }: WrittenCells, rectangle: Rectangle, whole: boolean) {
  const { rows, columns, others, sheet } = region;
  if (others.some(({ row, column }) => within(rectangle, row, column))) return null;
  if (!to && !(rows.has(rectangle.rows[0]) && columns.has(rectangle.columns[0]))) return null;
  const atRows = led([from.row, to ? to.row : from.row], rows, sheet.rows.length);
  const atColumns = led([from.column, to ? to.column : from.column], columns, sheet.columns.length);
  if (!atRows || !atColumns) return null;
  const block: CellBlock = {
    sheet: sheet.id,
    rows: spanOf(atRows, sheet.rows.length),
    columns: spanOf(atColumns, sheet.columns.length)
  };
  const wholeColumns = whole && to !== null && isAll(atRows, sheet.rows.length);
  const wholeRows = whole && to !== null && !wholeColumns && isAll(atColumns, sheet.columns.length);
  const end = (which: 0 | 1, { fixedRow, fixedColumn }: WrittenEnd): WrittenEnd => ({
    row: wholeColumns ? null : atRows[which],
    column: wholeRows ? null : atColumns[which],
    fixedRow,
    fixedColumn
  });
  return { refers: { from: end(0, from), to: to && end(1, to) }, block };
}

type Places = readonly [number | null, number | null];

/**
 * The places of two ends among the lines of a sheet, from 0; behind the last they are counted on. Null where
 * lines of the worksheet are missing between them, or they are before the first.
 */
function led(wanted: Places, known: ReadonlyMap<number, number>, count: number): Places | null {
  if (wanted[0] === null || wanted[1] === null) return [null, null];
  const [last = 0] = [...known.keys()].slice(-1);
  const at = (place: number) =>
    known.get(place + 1) ?? (place + 1 > last ? count - 1 + place + 1 - last : null);
  const [one, other] = [at(wanted[0]), at(wanted[1])];
  if (one === null || other === null) return null;
  return other - one === wanted[1] - wanted[0] ? [one, other] : null;
}

function ends(one: number | null, other: number | null): Pair {
  if (one === null || other === null) return [1, Infinity];
  return [Math.min(one, other) + 1, Math.max(one, other) + 1];
}

function within({ rows, columns }: Rectangle, row: number, column: number): boolean {
  return rows[0] <= row && row <= rows[1] && columns[0] <= column && column <= columns[1];
}

function spanOf([one, other]: Places, count: number): Pair {
  if (one === null || other === null) return [0, count - 1];
  return [Math.min(one, other), Math.max(one, other)];
}

function isAll([one, other]: Places, count: number): boolean {
  return one === 0 && other === count - 1;
}
