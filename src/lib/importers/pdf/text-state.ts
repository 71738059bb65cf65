import type { Glyph, Turns } from './glyph.ts';
import { typedText } from './typed-text.ts';
import { follow, heightOf, IDENTITY, place, turn, type Matrix } from './matrix.ts';

/** What is needed of a font to place its characters. */
export interface PrintedFont {
  /** The map from a character's own units to the font's height; most often 1 : 1000. */
  readonly fontMatrix: Matrix;
  /** Whether lines run down the page. */
  readonly vertical: boolean;
}

/** A character as pdf.js names it in an operator list. */
export interface Sign {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** Advance, and the origin across and along, of a line that runs down the page. */
  readonly vmetric?: readonly [number, number, number] | null;
}

/** How text is written, and where the next character comes (PDF 32000-1, 9.3 and 9.4). */
export interface TextState {
  readonly font: PrintedFont | null;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scaling; 1 where nothing is scaled. */
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  /** Where the line began. */
  readonly lineX: number;
  readonly lineY: number;
}

/** How text is written before a page says anything about it. */
export const PLAIN_TEXT: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  matrix: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0
};

/** The state at a place of its own, given by a text matrix. */
export function atMatrix(state: TextState, matrix: Matrix): TextState {
  return { ...state, matrix, x: 0, y: 0, lineX: 0, lineY: 0 };
}

/** The state on another line, which begins so far from where this one began. */
export function onNextLine(state: TextState, x: number, y: number): TextState {
  const lineX = state.lineX + x;
  const lineY = state.lineY + y;
  return { ...state, x: lineX, y: lineY, lineX, lineY };
}

/** What came of writing: the characters, and the state behind the last of them. */
export interface Written {
  readonly glyphs: readonly Glyph[];
  readonly state: TextState;
  /** The text of characters that stand aslant, as those of a watermark do; they are no glyphs. */
  readonly aslant: string;
}

/**
 * Writes signs; a number between them moves the next one back by thousandths of the font's height.
 * @param page the map from user space to the page as shown
 */
export function write(state: TextState, signs: readonly (Sign | number)[], page: Matrix): Written {
  const { font, size, scale } = state;
  if (!font) return { glyphs: [], state, aslant: '' };
  const onPage = follow(state.matrix, page);
  const turns = quarterTurns(turn(onPage, { x: Math.sign(size * scale) || 1, y: 0 }));
  const unit = size * font.fontMatrix[0];
  const glyphs: Glyph[] = [];
  let aslant = '';
  let { x, y } = state;
  for (const sign of signs) {
    const advance = advanceOf(sign, state, unit);
    if (typeof sign !== 'number') {
      const along = sign.width * unit * scale;
      const origin = font.vertical ? verticalOrigin(sign, unit) : { x: 0, y: 0 };
      const start = place(onPage, { x: x + origin.x, y: y + state.rise + origin.y });
      const width = Math.hypot(onPage[0], onPage[1]) * Math.abs(along);
      const height = heightOf(onPage) * Math.abs(size);
      const text = typedText(sign.unicode);
      if (turns === null) aslant += text;
      else glyphs.push({ text, ...start, width, size: height, turns });
    }
    if (font.vertical) y += advance;
    else x += advance * scale;
  }
  return { glyphs, state: { ...state, x, y }, aslant };
}

/** How far a sign moves the next one, before horizontal scaling. */
function advanceOf(sign: Sign | number, state: TextState, unit: number): number {
  if (typeof sign === 'number') return (-sign / 1000) * state.size;
  const spacing = state.charSpacing + (sign.isSpace ? state.wordSpacing : 0);
  if (!state.font?.vertical) return sign.width * unit + spacing;
  return (sign.vmetric?.[0] ?? -1000) * unit - spacing;
}

/** Where a character of a line that runs down begins, seen from the middle of its upper edge. */
function verticalOrigin({ vmetric, width }: Sign, unit: number): { x: number; y: number } {
  return { x: -(vmetric?.[1] ?? width / 2) * unit, y: -(vmetric?.[2] ?? 880) * unit };
}

/** The sine of the steepest slope that counts as level: about six degrees. */
const LEVEL = 0.1;

/** The quarter turns of a line that runs in a direction; null where it runs aslant. */
function quarterTurns({ x, y }: { x: number; y: number }): Turns | null {
  const length = Math.hypot(x, y);
  if (Math.abs(y) <= LEVEL * length) return x >= 0 ? 0 : 2;
  if (Math.abs(x) <= LEVEL * length) return y >= 0 ? 1 : 3;
  return null;
}
