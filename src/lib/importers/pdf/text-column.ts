import type { Page } from './page.ts';

/** A stretch of a page's width, in points from the left. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Text that fills less than this part of a page's width does not show where the margins are. */
const LEAST_WIDTH = 0.6;

/**
 * How far within the outermost edge the margins are looked for, in points. On the right lines end up to
 * two characters short, and a hanging comma stands beyond; on the left only a table does.
 */
const REACH = { left: 10, right: 30 } as const;

/**
 * The stretch of its width that text fills on a page and on all that are as wide, tables included; null
 * where it is too narrow to show the margins.
 */
export function textColumns(pages: readonly Page[]): (page: Page) => Column | null {
  const pieces = new Map<number, Column[]>();
  for (const page of pages) {
    const key = Math.round(page.width);
    const extents = pieces.get(key) ?? [];
    pieces.set(key, extents);
    extents.push(...page.pieces.flatMap(extentOf));
  }
  const columns = new Map([...pieces].map(([width, extents]) => [width, columnOf(extents, width)]));
  return (page) => columns.get(Math.round(page.width)) ?? null;
}

function extentOf(piece: Page['pieces'][number]): Column[] {
  if (piece.kind === 'table') return [{ left: piece.xs[0]!, right: piece.xs.at(-1)! }];
  const { turns, left, right } = piece.line;
  return turns === 0 ? [{ left, right }] : [];
}

function columnOf(extents: readonly Column[], width: number): Column | null {
  const lefts = extents.map(({ left }) => left).sort((a, b) => a - b);
  const rights = extents.map(({ right }) => right).sort((a, b) => b - a);
  const left = median(lefts.filter((value) => value - lefts[0]! <= REACH.left));
  const right = median(rights.filter((value) => rights[0]! - value <= REACH.right));
  return right - left >= LEAST_WIDTH * width ? { left, right } : null;
}

/** NaN where there are no values. */
function median(ordered: readonly number[]): number {
  return ordered[Math.floor(ordered.length / 2)] ?? NaN;
}
