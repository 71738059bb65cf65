/** Full-width signs that have a half-width twin, each a fixed distance away; and the wide space. */
const FULL_WIDTH = /[\uff01-\uff5e\u3000]/g;
const DISTANCE = 0xff01 - 0x21;

/** The text with full-width letters, digits and signs as half-width ones, place for place: ％ as %. */
export function foldWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - DISTANCE)
  );
}

/** The text in small letters, place for place: a letter whose small form is longer stays as it is. */
export function foldCase(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
