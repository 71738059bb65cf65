/** How many characters a digest of a cell has. */
export const CELL_DIGEST_LENGTH = 3;

/** The digest of a cell that is absent, which is another than that of an empty one. */
export const ABSENT_DIGEST = '---';

/** The digest of a cell that is empty. */
export const EMPTY_DIGEST = digestOf('', CELL_DIGEST_LENGTH);

/**
 * A short digest of a text, by which an unchanged text is known again and from which it cannot be read.
 * FNV-1a over UTF-16 code units, the result as digits and small letters.
 * @param length 1 to 7 characters; 3 tell 46,656 texts apart, 7 about four thousand million
 */
export function digestOf(text: string, length: number): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // The low digits of FNV-1a hang together with the last character more than the high ones.
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (mixed % 36 ** length).toString(36).padStart(length, '0');
}
