import { splitLines } from '../paper/lines.ts';
import { refuse, type Refusal, MAX_LENGTH } from '../refusal.ts';
import type { Source } from '../source.ts';
import { decodeText } from './decode.ts';

/** The lines of a text as pasted. */
export function readText(text: string): Source {
  return { lines: splitLines(text), notes: [] };
}

/** Reads a plain text file: UTF-8, UTF-16 with a byte order mark, or GB18030. */
export function readTextFile(bytes: Uint8Array): Source | Refusal {
  const text = decodeText(bytes);
  if (text === null) return refuse('binary');
  return text.length > MAX_LENGTH ? refuse('too-large') : readText(text);
}
