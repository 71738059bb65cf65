import { foldCase, foldWidth } from './folding.ts';

/** How texts are compared with what is looked for. */
export interface FindOptions {
  /** 区分大小写 */
  readonly matchCase: boolean;
  /** 单元格匹配: the whole text of a cell or field, not a part of it. */
  readonly wholeText: boolean;
  /** 区分全/半角: otherwise １２％ is found by 12%. */
  readonly matchWidth: boolean;
}

/** Characters of a text, from inclusive, to exclusive. */
export type Range = readonly [from: number, to: number];

/** Finds all places in a text that match, from left to right; they do not overlap. */
export type Pattern = (text: string) => readonly Range[];

/** A sign to be found as it is; null stands for any one sign. */
type Token = string | null;

/** What stands between two asterisks. The plain text of one without question marks is quicker to find. */
interface Segment {
  readonly tokens: readonly Token[];
  readonly plain: string | null;
}

/** What is to be typed for a text to be found as it is. */
export function literally(text: string): string {
  return text.replace(/[*?~]/g, '~$&');
}

/**
 * The pattern of what somebody has typed, with the wildcards of Excel and WPS: `?` is any sign, `*` any
 * number of them within a line, `~` before one of the three takes it as it is. Null where nothing but
 * asterisks was typed.
 */
export function patternOf(words: string, options: FindOptions): Pattern | null {
  const fold = (text: string) => {
    const cased = options.matchCase ? text : foldCase(text);
    return options.matchWidth ? cased : foldWidth(cased);
  };
  const segments = segmentsOf(words, fold);
  if (segments.every(({ tokens }) => tokens.length === 0)) return null;
  if (options.wholeText) {
    return (text) => (matchesWhole(fold(text), segments) ? [[0, text.length]] : []);
  }
  return (text) => {
    const folded = fold(text);
    const [only] = segments;
    if (segments.length === 1) return withinLine(folded, [only!], 0);
    let start = 0;
    return folded.split('\n').flatMap((line) => {
      const found = withinLine(line, segments, start);
      start += line.length + 1;
      return found;
    });
  };
}

function segmentsOf(words: string, fold: (text: string) => string): readonly Segment[] {
  const parts: Token[][] = [[]];
  const signs = [...words];
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at]!;
    const next = signs[at + 1] ?? '';
    if (sign === '~' && next !== '' && '*?~'.includes(next)) {
      parts.at(-1)!.push(next);
      at += 1;
    } else if (sign === '*') parts.push([]);
    else parts.at(-1)!.push(sign === '?' ? null : fold(sign));
  }
  return parts.map((tokens) => ({
    tokens,
    plain: tokens.includes(null) ? null : tokens.join('')
  }));
}

/** `offset` is where the line begins in its text. */
function withinLine(line: string, segments: readonly Segment[], offset: number): readonly Range[] {
  const ranges: Range[] = [];
  let at = 0;
  while (at <= line.length) {
    const range = nextIn(line, segments, at);
    if (!range) break;
    ranges.push([range[0] + offset, range[1] + offset]);
    at = range[1];
  }
  return ranges;
}

/**
 * The shortest match from the earliest place on. Taking each segment where it comes first misses none,
 * so that many asterisks cost no more than few.
 */
function nextIn(line: string, segments: readonly Segment[], from: number): Range | null {
  let start = -1;
  let end = from;
  for (const segment of segments) {
    const found = find(line, segment, end);
    if (!found) return null;
    if (start < 0) start = segment.tokens.length === 0 ? from : found[0];
    end = found[1];
  }
  if (segments.at(-1)!.tokens.length === 0) end = line.length;
  return end > start ? [start, end] : null;
}

function matchesWhole(text: string, segments: readonly Segment[]): boolean {
  const first = endAt(text, segments[0]!, 0);
  if (segments.length === 1) return first === text.length;
  if (first === null) return false;
  let end = first;
  for (const segment of segments.slice(1, -1)) {
    const found = find(text, segment, end);
    if (!found) return false;
    end = found[1];
  }
  const last = segments.at(-1)!;
  for (let at = end; at <= text.length; at++)
    if (endAt(text, last, at) === text.length) return true;
  return false;
}

function find(text: string, segment: Segment, from: number): Range | null {
  if (segment.plain !== null) {
    const at = text.indexOf(segment.plain, from);
    return at < 0 ? null : [at, at + segment.plain.length];
  }
  for (let at = from; at < text.length; at++) {
    const end = endAt(text, segment, at);
    if (end !== null) return [at, end];
  }
  return null;
}

/** Where a segment that begins at a place ends; null where it does not stand there. */
function endAt(text: string, { tokens }: Segment, from: number): number | null {
  let at = from;
  for (const token of tokens) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (at >= text.length || (token !== null && token !== sign)) return null;
    at += sign.length;
  }
  return at;
}
