import { beginsItem, isAuthorsBreak, jointOf } from './line-break.ts';
import type { Column } from './text-column.ts';
import type { TextLine } from './text-line.ts';

/** A line of a document's text, and where it stands there. */
export interface PlacedLine {
  readonly line: TextLine;
  /** Whether the line as a whole leads to another place of the document. */
  readonly isLink: boolean;
  /** Counted from 0. */
  readonly page: number;
  /** The stretch of the page's width that text fills on pages like this; null where it is not known. */
  readonly column: Column | null;
}

/** Baselines that are farther apart, in heights of the font, are not of one paragraph. */
const WIDEST_SPACING = 2.6;

/** How far lines may be from where they belong, in heights of the font. */
const TOLERANCE = 0.5;

/** The dots between a title and its page number in a 目录. */
const LEADER = /[.．…·]{5,}\s*\d{0,4}$/;

const SENTENCE_END = /[。；：;:！？]$/;

/** Whether a line is an entry of a 目录: a link to a place of the document, or dots up to a number. */
export function isEntry({ line, isLink }: PlacedLine): boolean {
  return isLink || LEADER.test(line.text);
}

/**
 * Lines with those joined of which the page's width proves that they are one paragraph: the upper one is
 * full, and the lower one begins at the margin, below it, or is centred like it. What is not proved is
 * left to the reader of papers.
 */
export function joinParagraphs(lines: readonly PlacedLine[]): PlacedLine[] {
  const paragraphs: [PlacedLine, ...PlacedLine[]][] = [];
  for (const placed of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, placed)) paragraph.push(placed);
    else paragraphs.push([placed]);
  }
  return paragraphs.map(paragraphOf);
}

function goesOn(paragraph: readonly [PlacedLine, ...PlacedLine[]], below: PlacedLine): boolean {
  const above = paragraph.at(-1)!;
  const { column } = above;
  if (!column || !isPlain(above.line) || !isPlain(below.line) || !isNear(above, below))
    return false;
  const room = column.right - above.line.left;
  const isTitle = isCentred(above.line, column) && isCentred(below.line, column);
  if (isTitle && below.line.left - column.left > below.line.size) {
    return !isAuthorsBreak(above.line, below.line, column.right - column.left);
  }
  const tolerance = TOLERANCE * below.line.size;
  const indent = paragraph[0].line.left - below.line.left;
  const isAtMargin = Math.abs(below.line.left - column.left) <= tolerance;
  if (indent < -tolerance || (indent > tolerance && !isAtMargin)) return false;
  const isBlock = indent <= tolerance;
  if (isBlock && (SENTENCE_END.test(above.line.text) || beginsItem(below.line))) return false;
  return !isAuthorsBreak(above.line, below.line, room);
}

function isPlain({ parts, turns, text }: TextLine): boolean {
  return parts.length === 1 && turns === 0 && !LEADER.test(text);
}

/** Whether two lines are of one kind and size, and follow each other on a page or over its end. */
function isNear(above: PlacedLine, below: PlacedLine): boolean {
  if (above.isLink !== below.isLink) return false;
  if (Math.abs(above.line.size - below.line.size) > TOLERANCE) return false;
  const spacing = (below.line.baseline - above.line.baseline) / below.line.size;
  return above.page === below.page ? spacing < WIDEST_SPACING : below.page === above.page + 1;
}

/** Whether a line stands in the middle of its column; one that fills it does so too. */
function isCentred({ left, right, size }: TextLine, column: Column): boolean {
  const [before, behind] = [left - column.left, column.right - right];
  return Math.abs(before - behind) < size * TOLERANCE;
}

function paragraphOf([first, ...rest]: readonly [PlacedLine, ...PlacedLine[]]): PlacedLine {
  const { line, column } = first;
  if (!column || rest.length === 0) return first;
  const width = column.right - column.left;
  const text = [first, ...rest]
    .map((placed, index, all) => {
      const above = all[index - 1]?.line;
      return above ? jointOf(above, placed.line, width) + placed.line.text : placed.line.text;
    })
    .join('');
  return { ...first, line: { ...line, text, parts: [{ text, ...column }] } };
}
