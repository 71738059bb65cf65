/**
 * A printed character, or the few that one sign stands for. Places are in points from the page's top
 * left corner, as the page is shown.
 */
export interface Glyph {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** How far its baseline goes. */
  readonly width: number;
  /** The height of its font. */
  readonly size: number;
  /** How many quarter turns clockwise its line is turned. */
  readonly turns: Turns;
}

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** The part of a font's height that is above the baseline, in Chinese fonts. */
export const ASCENT = 0.88;

/**
 * The heart of a character: how far along its width, and how far above its baseline as a part of the
 * font's height. Not the middle of its width, because a mark at the end of a line may hang over the
 * margin, and over the side of its cell.
 */
const HEART = { along: 0.3, above: 0.38 } as const;

/** The place by which it is known in which cell a character stands. */
export function heartOf({ x, y, width, size, turns }: Glyph): { x: number; y: number } {
  const along = width * HEART.along;
  const above = size * HEART.above;
  switch (turns) {
    case 0:
      return { x: x + along, y: y - above };
    case 1:
      return { x: x + above, y: y + along };
    case 2:
      return { x: x - along, y: y + above };
    case 3:
      return { x: x - above, y: y - along };
  }
}

/** A character as one sees it who turns the page so that its line is level. */
export function levelled(glyph: Glyph): Glyph {
  const { x, y, turns } = glyph;
  switch (turns) {
    case 0:
      return glyph;
    case 1:
      return { ...glyph, x: y, y: -x };
    case 2:
      return { ...glyph, x: -x, y: -y };
    case 3:
      return { ...glyph, x: -y, y: x };
  }
}
