import type { Part } from '../form/paper.ts';
import { paragraphsOf } from '../form/paragraphs.ts';
import {
  headRowCount,
  placeCells,
  type PlacedCell,
  type PrintedSource
} from '../form/printed-table.ts';
import type { Overview } from '../overview.ts';
import { cellfuls, withinCells } from './cellfuls.ts';
import type { HeldValue } from './held-value.ts';
import type { CellLook } from './styles.ts';

/** One cell of a page; over one column and one row where nothing else is said. */
export interface PageCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly look: CellLook;
  readonly columns: number;
  readonly rows: number;
  /** Where the cell is covered by one that began in a row above: it has a frame and no text. */
  readonly covered: boolean;
  /** What of the sheet it prints; null of a label, and where it goes on with the cell above. */
  readonly source: PrintedSource | null;
  /** What it holds where formulas read it; its text, or the amount that this is, where it is null. */
  readonly held: HeldValue | null;
  /** As the file holds it; null where there is none. */
  readonly formula: string | null;
}

/** A cell without what formulas need. */
const PLAIN = { rows: 1, covered: false, source: null, held: null, formula: null } as const;

/** A sheet of a spreadsheet file before it is written. */
export interface Page {
  readonly name: string;
  /** Where each sheet of the workbook begins here: at its own heading. */
  readonly begins: readonly { readonly part: Part; readonly row: number }[];
  /** The headings that stand here; rows from 0. */
  readonly headings: readonly { readonly level: number; readonly row: number }[];
  /** Whether the page begins with the title of the paper. */
  readonly cover: boolean;
  /** In millimetres. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PageCell[])[];
  /** How many rows stay in view, and are printed again on each sheet of paper; 0 for none. */
  readonly headRows: number;
  readonly landscape: boolean;
}

/** Less than the paper, because a single column wider than it is cut off by LibreOffice. */
const PROSE_WIDTH = 150;

const SIDE_WIDTH = 40;

/** How much of the line above a table its left side takes. */
const LEFT_SHARE = 0.7;

/** A sheet with a table as a page: its headings, the line above the table, the table and its note. */
export function tablePage(part: Part, name: string): Page {
  const { table, headings, headLine, note, landscape } = part;
  const headRows = table ? headRowCount(table) : 0;
  const tableWidths = table?.widths ?? [PROSE_WIDTH];
  // The line above the table has two sides, the table perhaps one column.
  const isNarrow = headLine !== null && tableWidths.length === 1;
  const widths = isNarrow ? [...tableWidths, SIDE_WIDTH] : tableWidths;
  const above = [
    ...headings.map(({ text }, index) => {
      const look = index === headings.length - 1 ? 'title' : 'section';
      return [lineCell(text, look, 0, widths.length)];
    }),
    ...(headLine ? [headLineCells(headLine, widths)] : [])
  ];
  return {
    name,
    begins: [{ part, row: headings.length - 1 }],
    headings: headings.map(({ level }, row) => ({ level, row })),
    cover: false,
    widths,
    landscape,
    headRows: headRows === 0 ? 0 : above.length + headRows,
    rows: [
      ...above,
      ...(table ? withinCells(placeCells(table).map((cells) => cells.map(tableCell))) : []),
      ...(note === '' ? [] : [[lineCell(note, 'line', 0, widths.length)]])
    ]
  };
}

/** The unit at the left needs more room than the money unit at the right. */
function headLineCells(
  [left, right]: readonly [string, string],
  widths: readonly number[]
): PageCell[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let middle = 1;
  let used = widths[0]!;
  while (middle < widths.length - 1 && used < whole * LEFT_SHARE) used += widths[middle++]!;
  return [
    lineCell(left, 'line', 0, middle),
    lineCell(right, 'lineEnd', middle, widths.length - middle)
  ];
}

/** 指标总表 or 项目总表 as a page, its header in view. */
export function overviewPage({ title, columns, rows }: Overview): Page {
  return {
    name: title,
    begins: [],
    headings: [],
    cover: false,
    widths: columns.map(({ width }) => width),
    landscape: true,
    headRows: 1,
    rows: [
      columns.map((column, index) => lineCell(column.title, 'heading', index)),
      ...rows.map((texts) =>
        texts.map((text, index) => lineCell(text, columns[index]?.role ?? 'text', index))
      )
    ]
  };
}

/**
 * Prose on one page, a row for each paragraph, with the cover above where the page is the first.
 * @param cover the lines of the cover, the title first; none on a later page
 */
export function prosePage(name: string, parts: readonly Part[], cover: readonly string[]): Page {
  const begins: Page['begins'][number][] = [];
  const levels: Page['headings'][number][] = [];
  const rows = cover.map((text, index) => [lineCell(text, index === 0 ? 'title' : 'line')]);
  for (const part of parts) {
    const { headings, office, paragraphs, note } = part;
    headings.forEach(({ level, text }, index) => {
      const isOwn = index === headings.length - 1;
      if (isOwn) begins.push({ part, row: rows.length });
      if (isOwn && office !== '') rows.push([lineCell(office, 'line')]);
      levels.push({ level, row: rows.length });
      rows.push([lineCell(text, 'section')]);
    });
    rows.push(...paragraphs.flatMap(cellfuls).map((text) => [lineCell(text, 'prose')]));
    rows.push(...paragraphsOf(note).map((text) => [lineCell(text, 'prose')]));
  }
  return {
    name,
    begins,
    headings: levels,
    cover: cover.length > 0,
    widths: [PROSE_WIDTH],
    landscape: false,
    headRows: 0,
    rows
  };
}

function lineCell(text: string, look: CellLook, column = 0, columns = 1): PageCell {
  return { ...PLAIN, column, text, look, columns };
}

function tableCell({ cell, column, continued }: PlacedCell): PageCell {
  const { text, role, columns, rows, source = null } = cell;
  const place = { ...PLAIN, column, look: role, columns, rows };
  return continued ? { ...place, text: '', covered: true } : { ...place, text, source };
}
