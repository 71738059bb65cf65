/** A text may have this share of characters that cannot be read; above it, it is no text. */
const TOLERATED_FAULTS = 0.01;

/** UTF-8 is taken when fewer than this share of its non-ASCII characters cannot be read. */
const TOLERATED_IN_UTF8 = 0.05;

/** What a decoder puts for bytes that are no character. */
const REPLACEMENT = 0xfffd;

const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be']
];

/**
 * The text of a file: by its byte order mark, else UTF-8, else GB18030, which Chinese Windows writes.
 * Null where the bytes are no text. A character cut off at the end does not make a text unreadable.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  const text = marked ? decode(bytes, marked[1]) : decodeUnmarked(bytes);
  return faultsIn(text) > text.length * TOLERATED_FAULTS ? null : text;
}

function decodeUnmarked(bytes: Uint8Array): string {
  const utf8 = decode(bytes, 'utf-8');
  const foreign = count(utf8, (code) => code > 0x7f);
  const unreadable = count(utf8, (code) => code === REPLACEMENT);
  return unreadable <= Math.max(1, foreign * TOLERATED_IN_UTF8) ? utf8 : decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** Characters that could not be read, and control characters that no text has. */
function faultsIn(text: string): number {
  return count(text, (code) => code === REPLACEMENT || code < 0x09 || (code > 0x0d && code < 0x20));
}

/** Counts code units. A loop, because the matches of a pattern would take hundreds of megabytes. */
function count(text: string, wanted: (code: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) if (wanted(text.charCodeAt(at))) found += 1;
  return found;
}
