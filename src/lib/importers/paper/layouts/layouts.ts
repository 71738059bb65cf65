import { flattened } from './flattened.ts';
import type { Layout } from './layout.ts';
import type { Line } from '../lines.ts';
import { markedRows } from './marked-rows.ts';
import { tabbedLines } from './tabbed-lines.ts';
import { tabbedRows } from './tabbed-rows.ts';
import { wrappedCells } from './wrapped-cells.ts';

/** The layouts known so far. A new one is a file and an entry here. */
const LAYOUTS: readonly [Layout, ...Layout[]] = [
  markedRows,
  tabbedLines,
  tabbedRows,
  wrappedCells,
  flattened
];

/** The layout that most of these lines look like. */
export function layoutOf(lines: readonly Line[]): Layout {
  const [first] = LAYOUTS;
  return LAYOUTS.reduce(
    (best, layout) => (layout.evidence(lines) > best.evidence(lines) ? layout : best),
    first
  );
}
