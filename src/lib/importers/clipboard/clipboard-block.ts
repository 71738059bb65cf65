import type { Document, Element } from 'domhandler';
import { OUR_TABLE, type ClipboardBlock, type ClipboardCell } from '#lib/model/clipboard-block.ts';
import { readTabSeparated } from '#lib/model/tab-separated.ts';
import { piecesIn, type Piece } from '../html/flow.ts';
import { styleSheets } from '../html/frames.ts';
import { holdsTables } from '../html/layout-table.ts';
import { parseHtml } from '../html/parse-html.ts';
import { cellsOf, rowsOf } from '../html/table-cells.ts';
import type { Pasted } from '../pasted.ts';
import { MAX_LENGTH } from '../refusal.ts';
import { isTextFormat, tableBlock, type TableBlock } from './table-block.ts';

/** The names that Excel and WPS 表格 give their own attributes. */
const SPREADSHEET = 'urn:schemas-microsoft-com:office:excel';

/**
 * Reads the tables of a clipboard for a grid: those of Excel, WPS, Word and web pages, one below the other,
 * and what stands around them as rows of one cell, as Excel does. Rows and columns that a spreadsheet hides
 * are taken or left as in the text beside the HTML, which holds what it copied; those of pages are left. Null where it holds
 * no table, or more than is read.
 */
export function readClipboardBlock({ html, text }: Pasted): ClipboardBlock | null {
  if (html.length > MAX_LENGTH) return null;
  const document = parseHtml(html);
  const pieces = piecesOf(document);
  const tables = pieces.filter((piece) => typeof piece !== 'string');
  if (tables.length === 0) return null;
  const isTextClass = textClassesOf(document);
  const beside = html.includes(SPREADSHEET) ? readTabSeparated(text) : null;
  const blocks = pieces.map((piece) =>
    typeof piece === 'string'
      ? ofParagraph(piece)
      : withoutHidden(withoutFoot(tableBlock(piece, isTextClass)), beside)
  );
  const width = Math.max(...blocks.map(({ rows }) => rows[0]?.length ?? 0));
  const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
  return {
    rows: blocks.flatMap(({ rows }) => rows.map((row) => widened(row, width))),
    merges: blocks.reduce((sum, { merges }) => sum + merges, 0),
    hiddenRows: blocks.reduce((sum, { hiddenRows }) => sum + count(hiddenRows), 0),
    hiddenColumns: blocks.reduce((sum, { hiddenColumns }) => sum + count(hiddenColumns), 0),
    ours: tables.some(({ attribs }) => OUR_TABLE in attribs)
  };
}

/** Paragraphs and tables in reading order; of a table that only sets the page, what stands in it. */
function piecesOf(parent: Document | Element): Piece[] {
  return piecesIn(parent, ({ name }) => name === 'table').flatMap((piece) =>
    typeof piece === 'string' || !holdsTables(piece)
      ? [piece]
      : rowsOf(piece).flatMap(cellsOf).flatMap(piecesOf)
  );
}

function ofParagraph(text: string): TableBlock {
  return { rows: [[{ text }]], merges: 0, hiddenRows: [false], hiddenColumns: [false] };
}

function textClassesOf(document: Document): (name: string) => boolean {
  const classes = new Set<string>();
  for (const [, name, style] of styleSheets(document).matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g)) {
    const format = /(?:^|[;\s])mso-number-format\s*:\s*([^;]*)/.exec(style!)?.[1];
    if (format !== undefined && isTextFormat(format)) classes.add(name!);
  }
  return (name) => classes.has(name);
}

/** Excel ends a table with a hidden row that only says how wide the columns are. */
function withoutFoot(table: TableBlock): TableBlock {
  const isFoot = table.hiddenRows.at(-1) === true && table.rows.at(-1)!.every(isEmpty);
  if (!isFoot) return table;
  return { ...table, rows: table.rows.slice(0, -1), hiddenRows: table.hiddenRows.slice(0, -1) };
}

/** @param beside the rows of the text that a spreadsheet copied; null for a page */
function withoutHidden(
  table: TableBlock,
  beside: readonly (readonly string[])[] | null
): TableBlock {
  const { rows, hiddenRows, hiddenColumns } = table;
  const leavesOut = (flags: readonly boolean[], length: number | undefined) =>
    flags.some(Boolean) && (beside === null || flags.filter((hidden) => !hidden).length === length);
  const rowsOut = leavesOut(hiddenRows, beside?.length);
  const columnsOut = leavesOut(hiddenColumns, beside?.[0]?.length);
  const kept = rowsOut ? rowsWithout(rows, hiddenRows) : rows;
  return {
    ...table,
    rows: columnsOut ? kept.map((row) => row.filter((_, at) => !hiddenColumns[at])) : kept,
    hiddenRows: rowsOut ? [] : hiddenRows,
    hiddenColumns: columnsOut ? [] : hiddenColumns
  };
}

/** The text of a merged cell goes on to its next row where the first one is left out. */
function rowsWithout(
  rows: readonly ClipboardCell[][],
  hidden: readonly boolean[]
): readonly ClipboardCell[][] {
  const kept: ClipboardCell[][] = [];
  let above: readonly ClipboardCell[] = [];
  rows.forEach((row, at) => {
    const whole = row.map((cell, across) => {
      const over = above[across];
      return cell.covered === 'above' && over !== undefined && !over.covered ? over : cell;
    });
    if (hidden[at]) above = whole;
    else kept.push(whole);
    if (!hidden[at]) above = [];
  });
  return kept;
}

function isEmpty({ text }: ClipboardCell): boolean {
  return text === '';
}

function widened(row: ClipboardCell[], width: number): ClipboardCell[] {
  const missing = Array.from({ length: width - row.length }, (): ClipboardCell => ({ text: '' }));
  return [...row, ...missing];
}
