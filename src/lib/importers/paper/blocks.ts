import { contentsLength } from './contents-list.ts';
import { headingOf, type Heading } from './headings.ts';
import { labelWords } from './layout-spaces.ts';
import { isBlank, type Line } from './lines.ts';
import { isHeadLine } from './head-line.ts';

/** A stretch of lines with one subject. A table without a heading has `heading: null`. */
export type Block =
  | { readonly kind: 'front' | 'contents' | 'part'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'section';
      readonly heading: Extract<Heading, { kind: 'section' }>;
      /** The heading's line first. */
      readonly lines: readonly Line[];
    }
  | {
      readonly kind: 'table';
      readonly heading: Extract<Heading, { kind: 'table' }> | null;
      readonly lines: readonly Line[];
    };

/** The start of a block: a block without its lines, and the index of the first of them. */
type Start = { readonly index: number } & (
  | { readonly kind: 'front' | 'contents' | 'part' }
  | Pick<Extract<Block, { kind: 'section' }>, 'kind' | 'heading'>
  | Pick<Extract<Block, { kind: 'table' }>, 'kind' | 'heading'>
);

/** Divides a paper into blocks; together they hold every line. */
export function divide(lines: readonly Line[]): Block[] {
  const starts = findStarts(lines);
  return starts.map(({ index, ...start }, position) => ({
    ...start,
    lines: lines.slice(index, starts[position + 1]?.index)
  }));
}

function findStarts(lines: readonly Line[]): Start[] {
  const starts: Start[] = [{ kind: 'front', index: 0 }];
  let seen = NOTHING_SEEN;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const contents = contentsLength(lines, index);
    if (contents > 0) {
      starts.push({ kind: 'contents', index });
      index += contents - 1;
      continue;
    }
    const heading = headingOf(line);
    if (heading) {
      starts.push(startOf(heading, index));
      seen = NOTHING_SEEN;
      continue;
    }
    const found = landmarkIn(line);
    if (!found) continue;
    if (startsTable(found, seen, starts.at(-1)!.kind === 'table')) {
      starts.push({ kind: 'table', heading: null, index: firstHeadLine(lines, index, starts) });
      seen = NOTHING_SEEN;
    }
    seen = { ...seen, [found]: true };
  }
  return starts;
}

/** The two rows by which a table is known when no heading stands above it. */
type Landmark = 'code' | 'columns';
type Seen = Readonly<Record<Landmark, boolean>>;
const NOTHING_SEEN: Seen = { code: false, columns: false };

function landmarkIn(line: Line): Landmark | null {
  for (const cell of line.text.split('\t')) {
    const words = labelWords(cell);
    if (words === '项目编码') return 'code';
    if (words === '一级指标') return 'columns';
  }
  return null;
}

/** A second 项目编码 begins a new table; a second 一级指标 only repeats the columns on a new page. */
function startsTable(found: Landmark, seen: Seen, inTable: boolean): boolean {
  return !inTable || (found === 'code' && (seen.code || seen.columns));
}

/** The unit and 单位：万元 stand above the row by which a table without a heading is known. */
function firstHeadLine(lines: readonly Line[], index: number, starts: readonly Start[]): number {
  const floor = starts.at(-1)!.index;
  let first = index;
  for (let above = index - 1; above >= floor; above -= 1) {
    const line = lines[above]!;
    if (isBlank(line)) continue;
    if (!isHeadLine(line.text)) break;
    first = above;
  }
  return first;
}

function startOf(heading: Heading, index: number): Start {
  switch (heading.kind) {
    case 'part':
      return { kind: 'part', index };
    case 'section':
      return { kind: 'section', heading, index };
    case 'table':
      return { kind: 'table', heading, index };
  }
}
