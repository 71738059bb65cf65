import { Unzlib } from 'fflate';

/** The most bytes that a packed stream may hold; a page full of small print takes some 200 kB. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The most that a font may hold; the largest Chinese ones take some 30 MB. */
const MOST_BYTES_OF_FONT = 64 * 1024 * 1024;

/** Deflate makes of a byte 1032 at the most (zlib's technical details). */
const MOST_OF_A_BYTE = 1032;

/** Packed bytes that are unpacked at once. */
const STEP = 32_768;

/** How far before its bytes the description of a stream begins at the most. */
const DESCRIPTION = 2048;

/** Streams that are never unpacked here: pictures, and files that are attached. */
const LEFT_PACKED = /\/(?:Image|EmbeddedFile)\b/;
const FONT = /\/(?:Length1|FontFile|CIDFontType0C|Type1C|OpenType)\b/;
const PACKED = /\/FlateDecode\b/g;

/**
 * Whether a stream of a PDF would unpack to far more than any paper holds. Each is unpacked here only to
 * count its bytes, and no farther than it may go; one that is packed in an uncommon way is not counted.
 */
export function unpacksTooLarge(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1');
  for (let at = indexOf(bytes, 'stream', 0); at >= 0;) {
    const start = at + 'stream'.length;
    const end = endOfStream(bytes, start);
    const before = text.decode(bytes.subarray(Math.max(0, at - DESCRIPTION), at));
    const description = before.slice(before.lastIndexOf(' obj') + 1);
    const packings = description.match(PACKED)?.length ?? 0;
    if (packings > 1) return true;
    if (packings === 1 && !LEFT_PACKED.test(description)) {
      const most = FONT.test(description) ? MOST_BYTES_OF_FONT : MOST_BYTES;
      if (unpacksBeyond(bytes.subarray(afterLineEnd(bytes, start), end), most)) return true;
    }
    at = indexOf(bytes, 'stream', end + 'endstream'.length);
  }
  return false;
}

function endOfStream(bytes: Uint8Array, start: number): number {
  const end = indexOf(bytes, 'endstream', start);
  return end < 0 ? bytes.length : end;
}

function afterLineEnd(bytes: Uint8Array, at: number): number {
  const afterReturn = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

function unpacksBeyond(packed: Uint8Array, most: number): boolean {
  if (packed.length * MOST_OF_A_BYTE <= most) return false;
  let length = 0;
  const unpacking = new Unzlib((piece) => (length += piece.length));
  try {
    for (let at = 0; at < packed.length && length <= most; at += STEP) {
      unpacking.push(packed.subarray(at, at + STEP));
    }
  } catch {
    // Damaged or locked: what pdf.js makes of it is as short as what was counted.
  }
  return length > most;
}

/** Where an ASCII word stands, from a place on; -1 where it does not. */
function indexOf(bytes: Uint8Array, word: string, from: number): number {
  const codes = [...word].map((character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0]!, from); at >= 0; at = bytes.indexOf(codes[0]!, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return at;
  }
  return -1;
}
