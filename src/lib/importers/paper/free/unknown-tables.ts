import { isFootnote } from '../disclosure/footnote.ts';
import { isHeadLine } from '../project/head-line.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Layout } from '../layouts/layout.ts';
import { isBlank, type Line } from '../lines.ts';
import { markedRows } from '../layouts/marked-rows.ts';
import { tabbedRows } from '../layouts/tabbed-rows.ts';
import { wrappedCells } from '../layouts/wrapped-cells.ts';

/** A table that no form claims. */
export interface UnknownTable {
  /** The line above it that is its title; none where there is no such line. */
  readonly head: readonly Line[];
  /** The rows as they stand, with the blank lines between them. */
  readonly rows: readonly Line[];
  /** 单位：万元 above it and 注：… below it. */
  readonly notes: readonly Line[];
  readonly layout: Layout;
}

const TITLE = /^[^。；：，,;:]{2,40}$(?<!下表|如下|所示|列表)/;

/**
 * Parts lines into the tables that stand in them and the prose around them. A table has at least two rows
 * and two columns; prose in which a tab has strayed has neither.
 */
export function unknownTables(lines: readonly Line[]): {
  /** Without the blank lines. */
  readonly prose: readonly Line[];
  readonly tables: readonly UnknownTable[];
} {
  const prose: Line[] = [];
  const tables: UnknownTable[] = [];
  for (let index = 0; index < lines.length;) {
    const { length, layout } = stretchAt(lines, index);
    const end = index + length;
    if (layout) {
      const { head, notes } = takeAbove(prose);
      const below = footnotesBelow(lines, end);
      const rows = lines.slice(index, end);
      const footnotes = lines.slice(end, end + below);
      tables.push({ head, rows, notes: [...notes, ...footnotes], layout });
      index = end + below;
    } else {
      for (; index < end; index += 1) if (!isBlank(lines[index]!)) prose.push(lines[index]!);
    }
  }
  return { prose, tables };
}

/** Takes the title of a table, and 单位：万元 below it, off the end of the prose above it. */
function takeAbove(prose: Line[]): Pick<UnknownTable, 'head' | 'notes'> {
  const notes = takeLast(prose, ({ text }) => isHeadLine(text));
  const head = takeLast(prose, (line) => !line.text.trim().includes('\t') && isTitle(line.text));
  return { head, notes };
}

function isTitle(text: string): boolean {
  return text.length <= 80 && TITLE.test(cleanText(text));
}

/** Takes the last line of all where it is what is wanted. */
function takeLast(lines: Line[], wanted: (line: Line) => boolean): Line[] {
  const last = lines.at(-1);
  if (!last || last.row || !wanted(last)) return [];
  lines.pop();
  return [last];
}

function footnotesBelow(lines: readonly Line[], from: number): number {
  let length = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    if (line.row || !isFootnote(cleanText(line.text))) break;
    length = index + 1 - from;
  }
  return length;
}

/** Lines that belong together, at least one, and how they print a table; null where they do not. */
interface Stretch {
  readonly length: number;
  readonly layout: Layout | null;
}

const ONE_LINE: Stretch = { length: 1, layout: null };

function stretchAt(lines: readonly Line[], start: number): Stretch {
  const first = lines[start]!;
  if (first.row) return markedStretch(lines, start);
  if (ONE_CELL.test(first.text)) return cellStretch(lines, start);
  return first.text.trim().includes('\t') ? rowStretch(lines, start) : ONE_LINE;
}

/** The rows of one table that the file marks itself; a single row or column is layout, not a table. */
function markedStretch(lines: readonly Line[], start: number): Stretch {
  const table = lines[start]!.row!.table;
  let length = 0;
  let columns = 0;
  let rows = 0;
  for (let index = start; index < lines.length; index += 1) {
    const { row } = lines[index]!;
    if (row?.table !== table) break;
    length = index + 1 - start;
    rows += 1;
    columns = Math.max(columns, row.cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  }
  return { length, layout: rows >= 2 && columns >= 2 ? markedRows : null };
}

/** Rows of a line each: they are tabbed one below the other, and most have the same number of cells. */
function rowStretch(lines: readonly Line[], start: number): Stretch {
  const widths: number[] = [];
  let sentences = 0;
  let length = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index]!;
    const width = line.text.split('\t').length;
    if (isBlank(line) && width === 1) continue;
    const goesOn = index === start + length || width === widths.at(-1);
    if (line.row || width < 2 || !goesOn) break;
    widths.push(width);
    if (endsSentence(line)) sentences += 1;
    length = index + 1 - start;
  }
  const isProse = sentences > widths.length / 2 && !isWide(widths);
  return { length, layout: isRegular(widths) && !isProse ? tabbedRows : null };
}

/** A line with one cell: a tab, the text, and perhaps the tab stops that stood inside the cell. */
const ONE_CELL = /^\s*\t[^\t]*\t*$/;

/**
 * Cells of a line each, rows between blank lines, and the lines directly below a cell that go on with it.
 * Some cell is blank, or rows of three and more cells are alike: indented paragraphs are neither. Blank
 * cells alone are what a page break left of a table.
 */
function cellStretch(lines: readonly Line[], start: number): Stretch {
  const widths: number[] = [];
  let blankCells = 0;
  let sentences = 0;
  let inRow = false;
  let length = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (line.row) break;
    if (ONE_CELL.test(line.text)) {
      if (inRow) widths.push(widths.pop()! + 1);
      else widths.push(1);
      if (isBlank(line)) blankCells += 1;
      if (endsSentence(line)) sentences += 1;
      inRow = true;
      length = index + 1 - start;
    } else if (isBlank(line)) {
      inRow = false;
    } else if (!inRow) {
      break;
    } else {
      length = index + 1 - start;
    }
  }
  const cells = widths.reduce((sum, width) => sum + width, 0);
  const isProse = sentences > cells / 2 || (blankCells === 0 && !isWide(widths));
  const isTable = isRegular(widths) && !isProse && blankCells < cells;
  return { length, layout: isTable ? wrappedCells : null };
}

function endsSentence({ text }: Line): boolean {
  return /[。；;]\s*$/.test(text);
}

/** At least two rows of at least two cells, and at least half of the rows equally wide. */
function isRegular(widths: readonly number[]): boolean {
  const usual = usualWidth(widths);
  const count = widths.filter((width) => width === usual).length;
  return (
    usual >= 2 && widths.filter((width) => width >= 2).length >= 2 && count * 2 >= widths.length
  );
}

function isWide(widths: readonly number[]): boolean {
  return usualWidth(widths) >= 3;
}

/** The width that most rows have. */
function usualWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
