import { ASCENT, levelled, type Glyph, type Turns } from './glyph.ts';

/** Characters on one line, in the order of reading. */
export interface TextLine {
  /** The text, with a space where one is printed or where a gap stands for one. */
  readonly text: string;
  /** The parts between wide gaps; one where there are none. */
  readonly parts: readonly Part[];
  /** Whether a space is printed behind the last character, as where a line is broken at a space. */
  readonly endsSpaced: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly baseline: number;
  readonly size: number;
  /** How the line is turned; its places are as one sees them who turns the page. */
  readonly turns: Turns;
}

/** A part of a line, with no wide gap in it. */
export interface Part {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Characters whose baselines differ less than this part of their height are on one line. */
const SAME_LINE = 0.4;

/** The same character so near to the one before it is printed twice to look bold. */
const PRINTED_TWICE = 0.15;

/** Gaps, in heights of the font, that stand for a space: between Latin letters, and beside Chinese. */
const SPACE = 0.25;
const SPACE_BESIDE_HAN = 0.8;

/** A gap that parts a line in two. */
const WIDE_GAP = 1.2;

const FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** The lines that characters make, from the top; turned ones follow those that are not. */
export function textLinesOf(glyphs: readonly Glyph[]): TextLine[] {
  return ([0, 1, 2, 3] as const).flatMap((turns) =>
    groupsByLine(glyphs.filter((glyph) => glyph.turns === turns).map(levelled)).flatMap(lineOf)
  );
}

function groupsByLine(glyphs: readonly Glyph[]): Glyph[][] {
  const groups: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (first && glyph.y - first.y < SAME_LINE * Math.max(first.size, glyph.size)) {
      group.push(glyph);
    } else {
      groups.push([glyph]);
    }
  }
  return groups;
}

/** The line of characters in any order; none where they are only space. */
function lineOf(unordered: readonly Glyph[]): TextLine[] {
  const glyphs = withoutSecondPrint([...unordered].sort((a, b) => a.x - b.x));
  const printed = glyphs.filter(({ text }) => text.trim() !== '');
  const [first] = printed;
  if (!first) return [];
  const parts = partsOf(glyphs);
  const size = Math.max(...printed.map((glyph) => glyph.size));
  return [
    {
      text: parts.map(({ text }) => text).join(' '),
      parts,
      endsSpaced: glyphs.at(-1)!.text.trim() === '',
      left: parts[0]!.left,
      right: parts.at(-1)!.right,
      top: first.y - ASCENT * size,
      baseline: first.y,
      size,
      turns: first.turns
    }
  ];
}

function withoutSecondPrint(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(({ text, x, size }, index) => {
    const before = glyphs[index - 1];
    return !before || before.text !== text || x - before.x > PRINTED_TWICE * size;
  });
}

function partsOf(glyphs: readonly Glyph[]): Part[] {
  const parts: { text: string; left: number; right: number }[] = [];
  let spaced = false;
  for (const { text, x, width, size } of glyphs) {
    if (text.trim() === '') {
      spaced = true;
      continue;
    }
    const part = parts.at(-1);
    const gap = part ? (x - part.right) / size : 0;
    if (!part || gap > WIDE_GAP) {
      parts.push({ text, left: x, right: x + width });
    } else {
      const space = spaced || gap > spaceBetween(part.text, text) ? ' ' : '';
      part.text += space + text;
      part.right = Math.max(part.right, x + width);
    }
    spaced = false;
  }
  return parts;
}

function spaceBetween(before: string, behind: string): number {
  return FULL_WIDTH.test(before.slice(-1)) || FULL_WIDTH.test(behind) ? SPACE_BESIDE_HAN : SPACE;
}
