import type { TextLine } from './text-line.ts';

/** A word or a character that a line break may stand before, with the signs that stay with it. */
const FIRST_UNIT =
  /^[（《“‘【〔]*(?:[!-~≥≤]+|.(?:[!%),.:;?\]}]+[A-Za-z0-9]*)?)[，。、；：？！）》”’】〕％…]*/u;
const LAST_WORD = /[A-Za-z]+$/;
const FIRST_WORD = /^[A-Za-z]+/;

/** How wide characters are, and the space that office programs put between Chinese and Latin, in heights. */
const LATIN_WIDTH = 0.55;
const BETWEEN_SCRIPTS = 0.25;

/** Less room than this beyond what was needed, in heights of the font, proves nothing. */
const DOUBTFUL = 0.5;

const SENTENCE_END = /[。；;！？]$/;
const ITEM = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)|[①-⑳])/;

/**
 * Whether the break between two lines is their author's. It is where the next word would have fitted on
 * the upper line, and where a sentence ends and an item of a list begins.
 * @param width how long a line can be, in the units of the lines
 */
export function isAuthorsBreak(above: TextLine, below: TextLine, width: number): boolean {
  const isSentence = SENTENCE_END.test(above.text);
  if (isSentence && beginsItem(below)) return true;
  const unit = FIRST_UNIT.exec(below.text)?.[0] ?? below.text;
  const isMixed = isLatin(above.text.slice(-1)) !== isLatin(unit.slice(0, 1));
  const needed = widthOf(unit, below.size) + (isMixed ? BETWEEN_SCRIPTS * below.size : 0);
  const room = width - (above.right - above.left);
  return room >= needed + (isSentence ? 0 : DOUBTFUL * below.size);
}

/** Whether a line begins as an item of a list does: `2、`, `（一）`, `③`. */
export function beginsItem({ text }: TextLine): boolean {
  return ITEM.test(text);
}

/**
 * What stands between two lines that are joined: the space that is printed there, one between two words
 * of Latin letters, nothing beside Chinese or inside a number.
 */
export function jointOf(above: TextLine, below: TextLine, width: number): '' | ' ' {
  if (above.endsSpaced) return ' ';
  const [last, first] = [LAST_WORD.exec(above.text)?.[0], FIRST_WORD.exec(below.text)?.[0]];
  if (last === undefined || first === undefined) return '';
  // A word that no line could hold was broken inside.
  return widthOf(last + first, below.size) > width ? '' : ' ';
}

function isLatin(sign: string): boolean {
  return sign < '\u2000';
}

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + (isLatin(sign) ? LATIN_WIDTH : 1), 0) * size;
}
