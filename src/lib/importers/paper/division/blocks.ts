import { disclosureLength } from './disclosure-length.ts';
import type { Heading } from './headings.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Line } from '../lines.ts';
import { findStarts, type Path, type Start } from './starts.ts';
import { projectLength } from './table-tail.ts';
import { unknownTables, type UnknownTable } from '../free/unknown-tables.ts';

/** A stretch of lines with one subject. */
export type Block = {
  readonly path: Path;
  /** The lines of the heading; none where the block has no heading. */
  readonly head: readonly Line[];
  readonly body: readonly Line[];
} & (
  | { readonly kind: 'front' | 'contents' }
  | { readonly kind: 'part' }
  | { readonly kind: 'section'; readonly heading: HeadingOf<'section'> }
  | { readonly kind: 'table'; readonly heading: HeadingOf<'table'> | null }
  | { readonly kind: 'brief'; readonly heading: HeadingOf<'brief'> }
  | { readonly kind: 'disclosure'; readonly heading: HeadingOf<'disclosure'> }
  /** A table that no form claims; `head` is the line of its title, if it has one. */
  | { readonly kind: 'unknown'; readonly table: UnknownTable; readonly name: SheetHeading }
);

/** What the heading of a sheet says; empty where it has none. */
export interface SheetHeading {
  readonly number: string;
  readonly title: string;
}

export type HeadingOf<K extends Heading['kind']> = Extract<Heading, { kind: K }>;

/** Divides a paper into blocks; together they hold every line. */
export function divide(lines: readonly Line[]): Block[] {
  const starts = findStarts(lines);
  const blocks: Block[] = [];
  starts.forEach((start, position) => {
    const end = starts[position + 1]?.first ?? lines.length;
    if (start.kind === 'front' && start.body === end && position > 0) return;
    const block = blockOf(
      start,
      lines.slice(start.first, start.body),
      lines.slice(start.body, end)
    );
    if (block.kind !== 'disclosure') {
      blocks.push(block);
      return;
    }
    const length = disclosureLength(block.heading.form, block.body);
    blocks.push({ ...block, body: block.body.slice(0, length) });
    giveBack(block.body.slice(length), blocks);
  });
  return blocks.flatMap(withoutTables);
}

function blockOf(start: Start, head: readonly Line[], body: readonly Line[]): Block {
  const common = { path: start.path, head, body };
  if (start.kind === 'bare-table') return { kind: 'table', heading: null, ...common };
  if (start.kind !== 'heading') return { kind: start.kind, ...common };
  const { heading } = start;
  switch (heading.kind) {
    case 'section':
      return { kind: 'section', heading, ...common };
    case 'table':
      return { kind: 'table', heading, ...common };
    case 'brief':
      return { kind: 'brief', heading, ...common };
    case 'disclosure':
      return { kind: 'disclosure', heading, ...common };
  }
}

/** Gives lines below a table back to the prose that the table interrupted; a 目录 is none. */
function giveBack(lines: readonly Line[], blocks: Block[]): void {
  if (lines.length === 0) return;
  const at = blocks.findLastIndex(({ kind }) => kind !== 'disclosure');
  const prose = blocks[at]!;
  if (prose.kind !== 'contents') blocks[at] = { ...prose, body: [...prose.body, ...lines] };
  else blocks.push({ kind: 'front', path: null, head: [], body: lines });
}

/**
 * A block of prose, and the tables that stand in it. A table that is all there is below a heading, and
 * has no other title, is what the heading names.
 */
function withoutTables(block: Block): Block[] {
  if (block.kind === 'table') return withoutTail(block);
  if (block.kind === 'disclosure' || block.kind === 'contents') return [block];
  const { prose, tables } = unknownTables(block.body);
  const [first, ...others] = tables;
  if (!first) return [block];
  const isNamed = first.head.length === 0 && prose.length === 0;
  const named = isNamed ? namedBy(block) : null;
  return named
    ? [
        { ...named, kind: 'unknown', table: first, head: block.head, body: first.rows },
        ...others.map((table) => unknownBlock(block.path, table))
      ]
    : [{ ...block, body: prose }, ...tables.map((table) => unknownBlock(block.path, table))];
}

/** A project table, and what other tables stand below it. */
function withoutTail(block: Extract<Block, { kind: 'table' }>): Block[] {
  const length = projectLength(block.body);
  const { prose, tables } = unknownTables(block.body.slice(length));
  if (tables.length === 0) return [block];
  const body = [...block.body.slice(0, length), ...prose];
  return [{ ...block, body }, ...tables.map((table) => unknownBlock(block.path, table))];
}

function unknownBlock(path: Path, table: UnknownTable): Block {
  const [line] = table.head;
  const name = { number: '', title: line ? cleanText(line.text) : '' };
  return { kind: 'unknown', name, table, path, head: table.head, body: table.rows };
}

/** The name that the heading of a block gives to the table below it, and the place in the outline. */
function namedBy(block: Block): { readonly name: SheetHeading; readonly path: Path } | null {
  if (block.kind === 'section') return { name: block.heading, path: block.path };
  if (block.kind !== 'part') return null;
  return { name: partName(block.path), path: block.path?.slice(0, -1) ?? null };
}

const PART_NUMBER = /^(第[一二三四五六]部分) (.+)$/;

/** The name of a part for a sheet that stands directly below its heading. */
export function partName(path: Path): SheetHeading {
  const name = path?.at(-1) ?? '';
  const [, number = '', title = name] = PART_NUMBER.exec(name) ?? [];
  return { number, title };
}
