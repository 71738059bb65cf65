/**
 * Characters of fonts that have no letters, by font in small letters and code. Word writes such a
 * character by its place in the font, often with 0xF000 added.
 */
const SYMBOLS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  [
    'symbol',
    characters({
      0x3d: '=',
      0x3c: '<',
      0x3e: '>',
      0x25: '%',
      0x2b: '+',
      0x2d: '−',
      0xa3: '≤',
      0xb3: '≥',
      0xb1: '±',
      0xb4: '×',
      0xb8: '÷',
      0xb9: '≠',
      0xbb: '≈',
      0xb0: '°',
      0xb7: '•',
      0xae: '→',
      0xd6: '√',
      0xe5: '∑',
      0xa5: '∞'
    })
  ],
  [
    'wingdings',
    characters({
      0x6c: '●',
      0x6e: '■',
      0x6f: '□',
      0x71: '□',
      0x72: '□',
      0x75: '◆',
      0xa1: '○',
      0xa3: '□',
      0xa7: '▪',
      0xa8: '□',
      0xd8: '➢',
      0xe0: '→',
      0xfb: '☒',
      0xfc: '√',
      0xfd: '☒',
      0xfe: '☑'
    })
  ],
  [
    'wingdings 2',
    characters({
      0x4f: '×',
      0x50: '√',
      0x51: '☒',
      0x52: '☑',
      0x53: '☒',
      0x54: '☒',
      0x2a: '□',
      0xa3: '□'
    })
  ]
]);

/** The private area of Unicode in which Word puts the places of such fonts. */
const PRIVATE_AREA = 0xf000;

/** The character that a `w:sym` shows; null where it is not known. */
export function symbolOf(font: string, code: number): string | null {
  const place = code >= PRIVATE_AREA && code <= PRIVATE_AREA + 0xff ? code - PRIVATE_AREA : code;
  const known = SYMBOLS.get(font.toLowerCase())?.get(place);
  if (known !== undefined) return known;
  const readable = code >= 0x20 && code < 0xd800 && !SYMBOLS.has(font.toLowerCase());
  return readable ? String.fromCodePoint(code) : null;
}

function characters(byPlace: Readonly<Record<number, string>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(byPlace).map(([place, character]) => [Number(place), character]));
}
