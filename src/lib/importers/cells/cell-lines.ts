import { headingOf } from '../paper/division/headings.ts';
import { filledCells, type CellRow, type CellRows } from './cell-rows.ts';
import { onOneLine, rowLine, textLines, type UnnumberedLine } from './line-text.ts';
import { stretchesOf, type Stretch } from './stretches.ts';
import { columnsOf } from './table-columns.ts';

/**
 * On a sheet with framed tables, and in a file that was exported, so many rows with several texts are a
 * table without a frame.
 */
const ROWS_OF_A_BARE_TABLE = 3;

/** How the unit begins in the line above a table. */
const UNIT = /^(?:金额|计量)?单位[：:]/;

/** More empty rows below each other are left out. */
const MOST_EMPTY_ROWS = 100;

/** What is known of a sheet beside its cells. */
export interface SheetContext {
  /** Absent where it has none. */
  readonly name?: string;
  /** How many tables the file has had so far. */
  readonly tablesBefore: number;
  /** The anchors by the rows they stand on; null where the file was not exported from a workbook. */
  readonly anchors: ReadonlyMap<number, RowAnchor> | null;
}

/** What a row begins in a file that was exported from a workbook: a sheet, or a heading. */
export type RowAnchor = Pick<UnnumberedLine, 'begins' | 'level'>;

/** The lines of a sheet, and what is said about it. */
export interface CellLines {
  readonly lines: readonly UnnumberedLine[];
  /** How many tables they hold. */
  readonly tables: number;
  readonly remarks: readonly string[];
  /** In a file that was exported, texts beside those that the workbook puts there. */
  readonly beside: readonly TextBeside[];
  /** Where the rows of the tables stand on the sheet, by the places of their lines, from 0. */
  readonly rowPlaces: ReadonlyMap<number, RowPlace>;
}

/** The row of a sheet that a line of a table is, and the columns of the line's cells, both counted from 1. */
export interface RowPlace {
  readonly row: number;
  readonly columns: readonly number[];
}

/** A text that stands beside a line and is no part of it. */
export interface TextBeside {
  /** The place of the line among those of the sheet, from 0. */
  readonly line: number;
  readonly text: string;
}

/**
 * The rows of a sheet as lines. What stands inside a frame is a table; of what stands outside, the
 * titles, units and notes around a table are text, and rows with several texts are a table too.
 */
export function cellLines(sheet: CellRows, context: SheetContext): CellLines {
  const { tablesBefore, anchors } = context;
  const stretches = stretchesOf(withAnchors(sheet, anchors), anchors !== null);
  const needsSeveral = anchors !== null || stretches.some(({ framed }) => framed);
  const bareRows = needsSeveral ? ROWS_OF_A_BARE_TABLE : 1;
  const lines: UnnumberedLine[] = [];
  const beside: TextBeside[] = [];
  const remarks = new Set<string>();
  const rowPlaces = new Map<number, RowPlace>();
  let tables = 0;
  for (const [index, stretch] of stretches.entries()) {
    const gap = Math.min(stretch.gap, anchors ? MOST_EMPTY_ROWS : 1);
    lines.push(...Array.from({ length: gap }, () => BLANK));
    const several = stretch.rows.filter((row) => filledCells(row).length > 1).length;
    const isAnchored = stretch.rows.some(({ number }) => anchors?.has(number));
    if (!stretch.framed && (isAnchored || several < bareRows)) {
      if (!anchors) lines.push(...stretch.rows.flatMap(outsideLines));
      const isAbove = stretches[index + 1]?.framed === true;
      for (const row of anchors ? exportedRows(stretch.rows, anchors, isAbove) : []) {
        beside.push(...row.beside.map((text) => ({ line: lines.length, text })));
        lines.push(...row.lines);
      }
      continue;
    }
    const grid = columnsOf(stretch.rows);
    if (grid.sparse) remarks.add('有的单元格离得很远，中间的空列没有读入');
    if (grid.cut) remarks.add(`表格太宽，只读入了 ${grid.columns.length} 列`);
    // What the project handed out itself has no title inside a frame.
    const titles = anchors ? [] : titlesIn(stretch, grid.columns);
    const excess = anchors ? [] : excessIn(stretch.rows);
    stretch.rows.forEach((row, index) => {
      if (excess[index]) return;
      if (titles[index]) {
        lines.push(...outsideLines(row));
        return;
      }
      if (index === 0 || titles[index - 1]) tables += 1;
      rowPlaces.set(lines.length, { row: row.number, columns: grid.columns });
      lines.push(tableLine(row, grid.columns, sheet, { ...context, table: tablesBefore + tables }));
    });
  }
  return { lines, tables, remarks: [...remarks], beside, rowPlaces };
}

const BLANK: UnnumberedLine = { text: '' };

/** The rows, and in a file that was exported empty ones for anchors without cells and for the last. */
function withAnchors(
  { rows, lastRow }: CellRows,
  anchors: SheetContext['anchors']
): readonly CellRow[] {
  if (!anchors) return rows;
  const present = new Set(rows.map(({ number }) => number));
  const missing = [...anchors.keys(), lastRow].filter((number) => !present.has(number));
  const empty = [...new Set(missing)].map((number) => ({ number, cells: [] }));
  return [...rows, ...empty].sort((one, other) => one.number - other.number);
}

function tableLine(
  row: CellRow,
  columns: readonly number[],
  { isCovered }: CellRows,
  { name, table }: { readonly name?: string; readonly table: number }
): UnnumberedLine {
  const texts = new Map(row.cells.map(({ column, text }) => [column, text]));
  const covered = columns.flatMap((column, index) =>
    isCovered(column, row.number) ? [index] : []
  );
  return rowLine({
    table,
    ...(name === undefined ? {} : { name }),
    cells: columns.map((column) => texts.get(column) ?? ''),
    ...(covered.length > 0 ? { covered } : {})
  });
}

/** What a row says outside a table: its only text, or its texts with tabs between them. */
function outsideLines(row: CellRow): UnnumberedLine[] {
  const texts = filledCells(row).map(({ text }) => text);
  if (texts.length > 1) return [{ text: texts.map(onOneLine).join('\t') }];
  return textLines(texts[0] ?? '');
}

/** What a row around the tables of an exported file says, and the texts beside it. */
interface ExportedRow {
  readonly lines: readonly UnnumberedLine[];
  readonly beside: readonly string[];
}

/**
 * The rows around the tables of an exported file, verbatim. All their texts stand in the first column,
 * but for the unit, which is the right side of the line above a table. This line has a tab between its
 * sides even where one of them is empty.
 */
function exportedRows(
  rows: readonly CellRow[],
  anchors: ReadonlyMap<number, RowAnchor>,
  aboveTable: boolean
): ExportedRow[] {
  return rows.map((row, index) => {
    const anchor = anchors.get(row.number);
    const filled = filledCells(row);
    const left = filled.find(({ column }) => column === 1);
    const others = filled.filter((cell) => cell !== left);
    const isHeadLine = aboveTable && !anchor && index === rows.length - 1;
    const unit = others.find(({ text }) => UNIT.test(text)) ?? (isHeadLine ? others[0] : undefined);
    const beside = others.filter((cell) => cell !== unit).map(({ text }) => onOneLine(text));
    if (isHeadLine)
      return { lines: [{ text: `${left?.text ?? ''}\t${unit?.text ?? ''}` }], beside };
    const texts = [left, unit].flatMap((cell) => cell?.text ?? []);
    const [first, ...below] = textLines(texts.join('\t'));
    return { lines: [{ ...first!, ...anchor }, ...below], beside };
  });
}

/**
 * Whether each row within a table's cells is a line of text all the same: a heading of the paper, or a
 * single text above or below all rows with several; inside a frame only where it goes right across.
 */
function titlesIn({ framed, rows }: Stretch, columns: readonly number[]): boolean[] {
  const counts = rows.map((row) => filledCells(row).length);
  const first = counts.findIndex((count) => count > 1);
  const last = counts.findLastIndex((count) => count > 1);
  return rows.map((row, index) => {
    const [cell] = filledCells(row);
    if (!cell || counts[index] !== 1) return false;
    const atEdge = cell.column === columns[0];
    if (atEdge && headingOf({ number: 1, text: cell.text }) !== null) return true;
    if (first < 0 || (first < index && index < last)) return false;
    return !framed || (atEdge && columns.length > 1 && cell.lastColumn >= columns.at(-1)!);
  });
}

/** Whether each row belongs to a long run of empty ones and not to its beginning. */
function excessIn(rows: readonly CellRow[]): boolean[] {
  let empty = 0;
  return rows.map((row) => {
    empty = filledCells(row).length === 0 ? empty + 1 : 0;
    return empty > MOST_EMPTY_ROWS;
  });
}
