import { onOneLine, rowLine, textLines, type UnnumberedLine } from '../line-text.ts';
import { headingOf } from '../paper/headings.ts';
import { filledCells, stretchesOf, type Stretch } from './stretches.ts';
import { columnsOf } from './table-columns.ts';
import type { Worksheet, WorksheetRow } from './worksheet.ts';

/** On a sheet with framed tables, so many rows with several texts are a table without a frame. */
const ROWS_OF_A_BARE_TABLE = 3;

/** More empty rows of a frame in a row are left out. */
const MOST_EMPTY_ROWS = 100;

/** The lines of a worksheet, and what is said about it. */
export interface SheetLines {
  readonly lines: readonly UnnumberedLine[];
  /** How many tables they hold. */
  readonly tables: number;
  readonly remarks: readonly string[];
}

/**
 * The rows of a worksheet as lines. What stands inside a frame is a table; of what stands outside, the
 * titles, units and notes around a table are text, and rows with several texts are a table too.
 * @param name of the worksheet
 * @param tablesBefore how many tables the file has had so far
 */
export function sheetLines({ rows }: Worksheet, name: string, tablesBefore: number): SheetLines {
  const stretches = stretchesOf(rows);
  const bareRows = stretches.some(({ framed }) => framed) ? ROWS_OF_A_BARE_TABLE : 1;
  const lines: UnnumberedLine[] = [];
  const remarks = new Set<string>();
  let table = tablesBefore;
  for (const stretch of stretches) {
    if (stretch.apart) lines.push({ text: '' });
    const several = stretch.rows.filter((row) => filledCells(row).length > 1).length;
    if (!stretch.framed && several < bareRows) {
      lines.push(...stretch.rows.flatMap(outsideLines));
      continue;
    }
    const { columns, sparse, cut } = columnsOf(stretch.rows);
    if (sparse) remarks.add('有的单元格离得很远，中间的空列没有读入');
    if (cut) remarks.add(`表格太宽，只读入了 ${columns.length} 列`);
    const titles = titlesIn(stretch, columns);
    const excess = excessIn(stretch.rows);
    stretch.rows.forEach((row, index) => {
      if (excess[index]) return;
      if (titles[index]) {
        lines.push(...outsideLines(row));
        return;
      }
      if (index === 0 || titles[index - 1]) table += 1;
      const texts = new Map(row.cells.map(({ column, text }) => [column, text]));
      const cells = columns.map((column) => texts.get(column) ?? '');
      lines.push(rowLine({ table, name, cells }));
    });
  }
  return { lines, tables: table - tablesBefore, remarks: [...remarks] };
}

/** What a row says outside a table: its only text, or its texts with tabs between them. */
function outsideLines(row: WorksheetRow): UnnumberedLine[] {
  const [first, ...others] = filledCells(row);
  if (!first) return [{ text: '' }];
  if (others.length === 0) return textLines(first.text);
  return [{ text: [first, ...others].map(({ text }) => onOneLine(text)).join('\t') }];
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
function excessIn(rows: readonly WorksheetRow[]): boolean[] {
  let empty = 0;
  return rows.map((row) => {
    empty = filledCells(row).length === 0 ? empty + 1 : 0;
    return empty > MOST_EMPTY_ROWS;
  });
}
