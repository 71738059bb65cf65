import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import type { FlatRow } from './flattened-lines.ts';
import { flattenedRows } from './flattened-rows.ts';
import { joinTokens, tokensOf, type Token } from './flattened-tokens.ts';
import { labelledField } from '../project/header-labels.ts';
import { columnOf } from '../project/indicator-columns.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Layout } from './layout.ts';
import { isBlank, type Line } from '../lines.ts';
import type { PrintedCell, PrintedRow } from './printed-row.ts';
import { isSecondLevel } from './level-words.ts';

/** This many titles of columns one behind the other are the titles of a table. */
const TITLES = 4;

/**
 * A table that a scanner read as one line: its cells separated by spaces, wrapped cells above and below the
 * line they belong to, and some of its cells on lines of their own beside it.
 */
export const flattened: Layout = {
  name: 'flattened',
  evidence: (lines) => (lines.some(isFlattened) ? lines.length + 1 : 0),
  rows: readRows,
  mergedText: 'any-row',
  restores: true
};

function isFlattened(line: Line): boolean {
  if (line.row || line.text.includes('\t') || !line.text.includes('二级指标')) return false;
  const tokens = tokensOf(line);
  return titlesIn(tokens) !== null && tokens.filter(({ text }) => isSecondLevel(text)).length >= 2;
}

/** Where the titles of the columns stand among tokens: the first, and behind the last. */
function titlesIn(tokens: readonly Token[]): readonly [start: number, end: number] | null {
  let start = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token && columnOf(token.text) !== null) continue;
    if (at - start >= TITLES) return [start, at];
    start = at + 1;
  }
  return null;
}

function readRows(lines: readonly Line[]): PrintedRow[] {
  const at = lines.findIndex(isFlattened);
  const tokens = tokensOf(lines[at]!);
  const [start, end] = titlesIn(tokens)!;
  const beside = lines
    .filter((line, index) => index !== at && !isBlank(line))
    .map((line): Token => ({ text: cleanText(line.text), line: line.number, at: -1 }));
  const { rows, strays } = flattenedRows(tokens.slice(end), beside);
  const above = tokens.slice(0, start);
  const goal = goalIn(above);
  return [
    ...(goal ? [goal] : []),
    tokens.slice(start, end).map((token) => cellOf([token], token.line)),
    ...rows.map(printedRow),
    ...[...(goal ? [] : above), ...strays].map((token) => [cellOf([token], token.line)])
  ];
}

/** The goal, which stands on both sides of its label, because that is in the middle of its height. */
function goalIn(tokens: readonly Token[]): PrintedRow | null {
  const label = tokens.findIndex(({ text }) => labelledField(text) === 'goal');
  if (label < 0) return null;
  const { line } = tokens[label]!;
  const goal = tokens.filter((_, at) => at !== label).map((token, at) => ({ ...token, at }));
  return [cellOf([tokens[label]!], line), cellOf(goal, line)];
}

function printedRow(row: FlatRow): PrintedRow {
  const byColumn: Readonly<Record<string, readonly Token[]>> = { ...row };
  const { line } = row.level2[0]!;
  return INDICATOR_COLUMNS.map(({ id }) => cellOf(byColumn[id] ?? [], line));
}

function cellOf(tokens: readonly Token[], line: number): PrintedCell {
  return { text: joinTokens(tokens), line: tokens[0]?.line ?? line, mended: false };
}
