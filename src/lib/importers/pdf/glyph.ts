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

/** How far above its baseline the middle of a character is, as a part of the font's height. */
const MIDDLE = 0.38;

/** The middle of a character, by which it is known in which cell it stands. */
export function middleOf({ x, y, width, size, turns }: Glyph): { x: number; y: number } {
  const along = width / 2;
  const above = size * MIDDLE;
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
