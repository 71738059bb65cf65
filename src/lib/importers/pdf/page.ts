import type { Drawing } from './drawing.ts';
import { findGrids } from './find-grids.ts';
import { heartOf, type Glyph } from './glyph.ts';
import type { Box } from './matrix.ts';
import { cellUnder, ruledRows, type RuledRow } from './table-rows.ts';
import { textLinesOf, type TextLine } from './text-line.ts';

/** How large a page is as shown, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A page as it is read: its ruled tables and the lines around them. */
export interface Page extends PageSize {
  /** From the top. */
  readonly pieces: readonly Piece[];
  /** The text of a watermark that stands aslant; empty where there is none. */
  readonly aslant: string;
  /** Whether nothing at all is drawn on it. */
  readonly blank: boolean;
}

/** A line of text outside ruled tables, or a ruled table. */
export type Piece =
  | {
      readonly kind: 'line';
      readonly line: TextLine;
      /** Whether the line as a whole leads to another place of the document. */
      readonly isLink: boolean;
    }
  | ({ readonly kind: 'table' } & RuledTable);

/** A ruled table, or the part of one that stands on a page. */
export interface RuledTable {
  /** Where its columns begin and end, from the left, in points; one more than there are columns. */
  readonly xs: readonly number[];
  readonly rows: readonly RuledRow[];
  readonly top: number;
}

/** A line of which links cover this part is a link as a whole, as the entries of a 目录 are. */
const LINKED = 0.6;

/**
 * Reads a page from what is drawn on it; what lies outside the page is not seen, and not read.
 * @param links where the page leads to other places of the document
 */
export function readPage(
  { glyphs, rulings, aslant, blank }: Drawing,
  size: PageSize,
  links: readonly Box[]
): Page {
  const grids = findGrids(rulings);
  const inCells = grids.map((grid) => grid.cells.map((): Glyph[] => []));
  const findCell = grids.map(cellUnder);
  const outside: Glyph[] = [];
  for (const glyph of glyphs.filter((glyph) => isSeen(glyph, size))) {
    const cell = findCell.reduce<Glyph[] | undefined>(
      (found, find, index) => found ?? inCells[index]![find(glyph)],
      undefined
    );
    (cell ?? outside).push(glyph);
  }
  const tables = grids.map((grid, index) => ({
    kind: 'table' as const,
    xs: grid.xs,
    rows: ruledRows(grid, inCells[index]!),
    top: grid.ys[0]!
  }));
  const lines = textLinesOf(outside).map((line) => ({
    kind: 'line' as const,
    line,
    isLink: isLinked(line, links)
  }));
  return {
    ...size,
    pieces: [...lines, ...tables].sort((a, b) => topOf(a) - topOf(b)),
    aslant,
    blank: blank && glyphs.length === 0
  };
}

function isSeen(glyph: Glyph, { width, height }: PageSize): boolean {
  const { x, y } = heartOf(glyph);
  return x >= 0 && x <= width && y >= 0 && y <= height && glyph.size > 0 && glyph.width < Infinity;
}

function isLinked({ left, right, top, baseline }: TextLine, links: readonly Box[]): boolean {
  const height = (top + baseline) / 2;
  const covered = links
    .filter((link) => link.top < height && height < link.bottom)
    .reduce((sum, link) => sum + Math.min(right, link.right) - Math.max(left, link.left), 0);
  return covered >= LINKED * (right - left);
}

/** Where a piece begins on its page; turned lines come last. */
function topOf(piece: Piece): number {
  if (piece.kind === 'table') return piece.top;
  return piece.line.turns === 0 ? piece.line.top : Infinity;
}
