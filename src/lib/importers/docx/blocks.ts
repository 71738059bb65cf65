import { attribute, isNamed, type Element } from '../office/xml.ts';
import { contentOf } from './content.ts';
import type { Context } from './context.ts';
import { readParagraph, type Paragraph } from './paragraph.ts';
import { isLayoutTable, readRows, rowsOf, type Cell } from './table.ts';

/** A paragraph or a row of a table, in reading order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'row'; readonly row: BlockRow };

/** A row, a text for each column of its table's grid. */
export interface BlockRow {
  /** Which table of the document, counted from 1. */
  readonly table: number;
  readonly cells: readonly string[];
  readonly covered: readonly number[];
}

/** Counts the tables of a document. */
export interface TableCount {
  tables: number;
}

/**
 * The paragraphs and rows in a body, a cell or a text box, one after the other, so that what is said of
 * them is said of the line they stand on. A table that only lays out the page is no table.
 */
export function* blocksOf(
  container: Element,
  context: Context,
  count: TableCount
): Generator<Block> {
  let bookmarks: string[] = [];
  let above: Paragraph | null = null;
  for (const element of contentOf(container, context.remarks)) {
    if (isNamed(element, 'bookmarkStart')) bookmarks.push(attribute(element, 'name') ?? '');
    else if (isNamed(element, 'altChunk')) context.remarks.count('chunk');
    else if (isNamed(element, 'tbl')) {
      // Nothing goes on in a table.
      if (above && above.text !== '') yield* paragraphBlocks(above, context, count);
      above = null;
      yield* tableBlocks(element, context, count);
    } else if (isNamed(element, 'p')) {
      const own: Paragraph = readParagraph(element, context, above);
      const paragraph = { ...own, bookmarks: [...bookmarks, ...own.bookmarks] };
      bookmarks = [];
      above = paragraph.goesOn ? paragraph : null;
      if (!above) yield* paragraphBlocks(paragraph, context, count);
    }
  }
  if (above) yield* paragraphBlocks(above, context, count);
}

function* paragraphBlocks(
  paragraph: Paragraph,
  context: Context,
  count: TableCount
): Generator<Block> {
  const onlyBoxes = paragraph.boxes.length > 0 && paragraph.text === '';
  if (!onlyBoxes) yield { kind: 'paragraph', paragraph };
  for (const box of paragraph.boxes) yield* blocksOf(box, context, count);
}

function* tableBlocks(table: Element, context: Context, count: TableCount): Generator<Block> {
  if (isLayoutTable(table, context.remarks)) {
    for (const cell of rowsOf(table, context.remarks).flatMap(({ cells }) => cells)) {
      yield* blocksOf(cell, context, count);
    }
    return;
  }
  const number = (count.tables += 1);
  const readCell = (cell: Element) => [...blocksOf(cell, context, count)];
  for (const cells of readRows(table, readCell, context.remarks)) {
    const within = cells.flatMap(({ blocks }) => blocks.filter(isWideRow));
    const row = rowOf(
      cells.map((cell) => ({ ...cell, blocks: cell.blocks.filter((block) => !isWideRow(block)) }))
    );
    const onlyHolds = within.length > 0 && row.cells.every((text) => text.trim() === '');
    if (!onlyHolds) yield { kind: 'row', row: { table: number, ...row } };
    yield* within;
  }
}

/** A table in a cell that has as many columns is a table of the paper; a smaller one is a list. */
const WIDE = 4;

/** Whether a row is one of a wide table within a cell, which follows the row that the cell stands in. */
function isWideRow(block: Block): boolean {
  return block.kind === 'row' && block.row.cells.length >= WIDE;
}

function rowOf(cells: readonly Cell<Block>[]): Pick<BlockRow, 'cells' | 'covered'> {
  const width = cells.reduce((most, { start, columns }) => Math.max(most, start + columns), 0);
  const texts = Array<string>(width).fill('');
  for (const { start, merged, blocks } of cells) {
    if (merged === null && start < width) texts[start] = textOfBlocks(blocks);
  }
  const covered = cells
    .filter(({ merged }) => merged === 'down')
    .flatMap(({ start, columns }) => Array.from({ length: columns }, (_, index) => start + index));
  return { cells: texts, covered };
}

/** Paragraphs ended by LF; of a table within a cell a line for each row. */
function textOfBlocks(blocks: readonly Block[]): string {
  const lines = blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.paragraph.text
      : block.row.cells.filter((text) => text !== '').join('，')
  );
  const holdsTable = blocks.some(({ kind }) => kind === 'row');
  // Word asks for a paragraph after a table in a cell, which stays empty.
  return (holdsTable ? lines.filter((line) => line !== '') : lines).join('\n');
}
