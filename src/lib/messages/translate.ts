/**
 * A text of the program, as the build writes it: plain, or in parts. A number stands for a value that is
 * filled in, a list for a marked-up piece, which begins with the number of its element.
 */
export type Message = string | readonly MessagePart[];
export type MessagePart = string | number | Counted | Piece;
export type Piece = readonly [number, ...MessagePart[]];

/** A word that depends on how many there are. */
export interface Counted {
  /** The number of the value that counts. */
  readonly of: number;
  readonly one: string;
  readonly many: string;
}

/** English texts by {@link keyOf} the Chinese ones. */
export type EnglishMessages = ReadonlyMap<string, Message>;

let english: EnglishMessages = new Map();

/** From now on texts are said in English; those that have no English stay as they are. */
export function speakEnglish(messages: EnglishMessages): void {
  english = messages;
}

/** What the English of a text is found by. */
export function keyOf(message: Message): string {
  return typeof message === 'string' ? message : JSON.stringify(message);
}

const spoken = (message: Message): Message => english.get(keyOf(message)) ?? message;

function filledIn(parts: readonly MessagePart[], values: readonly unknown[]): string {
  return parts.map((part) => (isPiece(part) ? '' : partText(part, values))).join('');
}

/** Whether a part of a text is marked up. */
export function isPiece(part: MessagePart): part is Piece {
  return Array.isArray(part);
}

/** What stands in the place of a part that is not marked up; nothing for a value that is null. */
export function partText(part: string | number | Counted, values: readonly unknown[]): string {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return String(values[part] ?? '');
  return String(values[part.of]) === '1' ? part.one : part.many;
}

/**
 * A text in the language of the interface. The build puts the calls in: sources are written in Chinese.
 * @param values what is filled in, by the numbers in the text
 */
export function translate(message: Message, values: readonly unknown[] = []): string {
  const said = spoken(message);
  return typeof said === 'string' ? said : filledIn(said, values);
}

/** The parts of a text with marked-up pieces, for the component that shows them. */
translate.c = (message: Message): readonly MessagePart[] => {
  const said = spoken(message);
  return typeof said === 'string' ? [said] : said;
};

/** A marked-up piece that holds nothing but text. */
translate.x = (piece: Piece, values: readonly unknown[] = []): string =>
  filledIn(piece.slice(1), values);
