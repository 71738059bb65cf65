import { decodeText } from '../text/decode.ts';

/** A page says in its first bytes how it is written, in ASCII. */
const FIRST_BYTES = 2_048;

const CHARSET = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i;

/** The text of a page, in the encoding that it names or else as any text; null where it is none. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const first = new TextDecoder('latin1').decode(bytes.subarray(0, FIRST_BYTES));
  const named = CHARSET.exec(first)?.[1];
  return (named && decodeAs(bytes, named)) ?? decodeText(bytes);
}

/** Null where no such encoding is known, or the bytes are not in it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
