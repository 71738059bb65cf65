import { distinct, indexIn } from './grid.ts';
import type { Page, RuledTable } from './page.ts';
import type { PlacedLine } from './paragraphs.ts';
import { SNAP } from './rulings.ts';
import { textColumns } from './text-column.ts';

/** A stretch of a document: lines of text, or a whole table, from all the pages it runs over. */
export type Passage =
  | { readonly kind: 'text'; readonly lines: readonly PlacedLine[] }
  | { readonly kind: 'table'; readonly parts: readonly RuledTable[] };

/** A passage while lines and parts are still added to it. */
type Growing =
  | { readonly kind: 'text'; readonly lines: PlacedLine[] }
  | { readonly kind: 'table'; readonly parts: RuledTable[] };

/**
 * The text and the tables of pages in the order of reading. A table goes on where the next page begins
 * with one of the same width at the same place.
 */
export function passagesOf(pages: readonly Page[]): Passage[] {
  const columnOf = textColumns(pages);
  const passages: Growing[] = [];
  for (const [number, page] of pages.entries()) {
    for (const [index, piece] of page.pieces.entries()) {
      const last = passages.at(-1);
      if (piece.kind === 'line') {
        const { line, isLink } = piece;
        const placed = { line, isLink, page: number, column: columnOf(page) };
        if (last?.kind === 'text') last.lines.push(placed);
        else passages.push({ kind: 'text', lines: [placed] });
      } else if (index === 0 && last?.kind === 'table' && goesOn(last.parts.at(-1)!, piece)) {
        last.parts.push(piece);
      } else {
        passages.push({ kind: 'table', parts: [piece] });
      }
    }
  }
  return passages;
}

function goesOn(above: RuledTable, below: RuledTable): boolean {
  return isNear(above.xs[0]!, below.xs[0]!) && isNear(above.xs.at(-1)!, below.xs.at(-1)!);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < SNAP;
}

/** A row of a table on the grid of the whole table. */
export interface GridRow {
  readonly cells: readonly string[];
  /** The columns, from 0, at which a cell of a row above reaches into it. */
  readonly covered: readonly number[];
}

/** The rows of a table on one grid, with the columns of all its parts. */
export function gridRows(parts: readonly RuledTable[]): GridRow[] {
  const xs = distinct(parts.flatMap((part) => part.xs));
  return parts.flatMap((part) =>
    part.rows.map(({ cells, covered }) => {
      const texts = xs.slice(1).map(() => '');
      for (const { column, text } of cells) texts[indexIn(xs, part.xs[column]!)] = text;
      return { cells: texts, covered: covered.map((column) => indexIn(xs, part.xs[column]!)) };
    })
  );
}
