/** Characters of a text that a message quotes. */
const LONGEST = 40;

/** The beginning of a text, as a message quotes it. */
export function excerpt(text: string): string {
  const characters = [...text.trim().slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('')}…`
    : characters.join('');
}
