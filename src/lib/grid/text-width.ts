/** Width of a character in pixels at the grid's 13-pixel type: Chinese is square, Latin about half. */
const WIDE = 13;
const NARROW = 7.3;

/** The width of the longest paragraph of a text in pixels, estimated from its characters. */
export function textWidth(text: string): number {
  return Math.max(
    ...text.split('\n').map((paragraph) => {
      let width = 0;
      for (const character of paragraph) width += characterWidth(character);
      return width;
    })
  );
}

/** How many lines a text takes in a column of so many pixels. */
export function linesNeeded(text: string, width: number): number {
  if (text === '' || width <= 0) return 1;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const character of paragraph) {
      const needed = characterWidth(character);
      if (used + needed > width) {
        lines++;
        used = 0;
      }
      used += needed;
    }
  }
  return lines;
}

function characterWidth(character: string): number {
  const wide = character.charCodeAt(0) > 0x2e7f || '≥≤≪≫％“”…—'.includes(character);
  return wide ? WIDE : NARROW;
}
