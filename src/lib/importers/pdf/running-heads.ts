import { isHeadLine } from '../paper/project/head-line.ts';
import { headingOf } from '../paper/division/headings.ts';
import type { Page, Piece } from './page.ts';
import type { TextLine } from './text-line.ts';

/** Pages without what is printed on every page alike, and the texts that were left out. */
export interface Bodies {
  readonly pages: readonly Page[];
  readonly leftOut: readonly string[];
}

/** The part of a page, at the top and at the bottom, where its number and running heads stand. */
const MARGIN = 0.12;

/** At least so many pages have to show the same line before it counts as printed on every page. */
const FEWEST_PAGES = 3;

/** Headers are printed small; a larger line is a title, even where every page begins with the same one. */
const LARGEST_SIZE = 12;

/** Lines whose heights differ less than this, in points, are at the same height. */
const SAME_HEIGHT = 3;

const PAGE_NUMBER =
  /^(?:[-–—·•~]\s*)*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*[,，/／|]?\s*(?:共\s*)?\d{1,4}\s*页?)?(?:\s*[-–—·•~])*$/i;

/** Takes page numbers, running headers and running footers off the pages. */
export function withoutRunningHeads(pages: readonly Page[]): Bodies {
  let bodies: Bodies = { pages, leftOut: [] };
  for (const edge of EDGES) {
    // A header may have two lines, and the page's number may stand beside either.
    for (let layer = 0; layer < 3; layer += 1) bodies = withoutOutermost(bodies, edge);
  }
  return bodies;
}

/** The upper or the lower edge of pages. */
interface Edge {
  /** The outermost piece of a page. */
  readonly outermost: (pieces: readonly Piece[]) => Piece | undefined;
  readonly without: (pieces: readonly Piece[]) => readonly Piece[];
  /** How far from the edge a line is. */
  readonly distance: (line: TextLine, page: Page) => number;
}

const EDGES: readonly Edge[] = [
  {
    outermost: (pieces) => pieces[0],
    without: (pieces) => pieces.slice(1),
    distance: (line) => line.baseline
  },
  {
    outermost: (pieces) => pieces.at(-1),
    without: (pieces) => pieces.slice(0, -1),
    distance: (line, page) => page.height - line.baseline
  }
];

/** Takes off the outermost line of each page where it is a page's number or stands on most pages. */
function withoutOutermost({ pages, leftOut }: Bodies, edge: Edge): Bodies {
  const isRunning = runningLines(pages, edge);
  const taken: string[] = [];
  const bodies = pages.map((page) => {
    const line = outermostLine(page, edge);
    if (!line || !(PAGE_NUMBER.test(line.text) || isRunning(line, page))) return page;
    taken.push(line.text);
    return { ...page, pieces: edge.without(page.pieces) };
  });
  return { pages: bodies, leftOut: [...leftOut, ...taken] };
}

/** The outermost line of a page where it stands in the margin. */
function outermostLine(page: Page, edge: Edge): TextLine | null {
  const piece = edge.outermost(page.pieces);
  if (piece?.kind !== 'line' || piece.line.turns !== 0) return null;
  return edge.distance(piece.line, page) < MARGIN * page.height ? piece.line : null;
}

/**
 * Whether an outermost line is a running header or footer: on at least half of the pages an outermost
 * line with one of the same texts is at the same height, and no other text ever is.
 */
function runningLines(pages: readonly Page[], edge: Edge): (line: TextLine, page: Page) => boolean {
  const outer = pages.flatMap((page) => {
    const line = outermostLine(page, edge);
    return line ? [{ text: patternOf(line), distance: edge.distance(line, page), line }] : [];
  });
  const counts = new Map<string, number>();
  for (const { text } of outer) counts.set(text, (counts.get(text) ?? 0) + 1);
  const recurs = ({ text }: { text: string }) => (counts.get(text) ?? 0) >= FEWEST_PAGES;
  return (line, page) => {
    if (line.size > LARGEST_SIZE || isOfThePaper(line)) return false;
    const distance = edge.distance(line, page);
    const alike = outer.filter((other) => Math.abs(other.distance - distance) < SAME_HEIGHT);
    return alike.length * 2 >= pages.length && alike.every(recurs);
  };
}

/** A line's text with its numbers made alike: `第 3 页` and `第 4 页` are one text. */
function patternOf({ text }: TextLine): string {
  return text.replace(/\s/g, '').replace(/\d+/g, '0');
}

/** Lines that papers print above each of their tables: titles, and `302001 … 单位：万元`. */
function isOfThePaper({ text }: TextLine): boolean {
  return isHeadLine(text) || headingOf({ number: 1, text }) !== null;
}
