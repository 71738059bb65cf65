import { attribute, childOf, childrenOf, type Element } from '../office/xml.ts';
import { countOf, valueOf } from './properties.ts';

/** Word has 63 columns at most; what asks for more than this is no table of a paper. */
const MOST_COLUMNS = 256;

/** Widths are rounded by every program that saves a file; a cell ends at the line nearest to its end. */
const TOLERATED = 0.03;

/** The columns of a row that one of its cells takes. */
export interface CellSpan {
  /** From 0. */
  readonly start: number;
  readonly columns: number;
}

/** The widths of the columns of a `w:tbl`, in twentieths of a point; 0 where one is not given. */
export function gridOf(table: Element): number[] {
  const grid = childOf(table, 'tblGrid');
  const columns = grid ? childrenOf(grid, 'gridCol') : [];
  return columns.slice(0, MOST_COLUMNS).map((column) => countOf(attribute(column, 'w'), 0));
}

/**
 * Where the cells of a row lie on the grid: by the columns that each says it spans, or, in files of
 * programs that do not say it, by the widths.
 */
export function spansOf(
  row: Element,
  cells: readonly Element[],
  grid: readonly number[]
): CellSpan[] {
  const properties = childOf(row, 'trPr');
  const skipped = (name: string) => countOf(valueOf(properties && childOf(properties, name)), 0);
  const before = skipped('gridBefore');
  const spans = cells.map((cell) =>
    Math.max(1, countOf(valueOf(cellProperty(cell, 'gridSpan')), 1))
  );
  const said = spans.reduce((sum, span) => sum + span, before + skipped('gridAfter'));
  const byWidth = said < grid.length && before === 0 ? spansByWidth(cells, grid) : null;
  if (byWidth) return byWidth;
  let start = Math.min(before, MOST_COLUMNS);
  return spans.map((span) => {
    const columns = Math.min(span, Math.max(0, MOST_COLUMNS - start));
    const placed = { start, columns };
    start += columns;
    return placed;
  });
}

/** A property of a `w:tc`. */
export function cellProperty(cell: Element, name: string): Element | undefined {
  const properties = childOf(cell, 'tcPr');
  return properties && childOf(properties, name);
}

/** The spans whose ends lie nearest to those of the cells; null where widths do not say it. */
function spansByWidth(cells: readonly Element[], grid: readonly number[]): CellSpan[] | null {
  const widths = cells.map((cell) => widthOf(cellProperty(cell, 'tcW')));
  const [edges, ends] = [runningSums(grid), runningSums(widths)];
  const [total, said] = [edges.at(-1) ?? 0, ends.at(-1) ?? 0];
  if (grid.includes(0) || widths.includes(0)) return null;
  if (Math.abs(said - total) > total * TOLERATED) return null;
  const spans: CellSpan[] = [];
  let start = 0;
  ends.forEach((end, index) => {
    const left = cells.length - index - 1;
    const last = nearest(edges, (end * total) / said);
    const within = Math.max(start, Math.min(last, grid.length - 1 - left));
    spans.push({ start, columns: within - start + 1 });
    start = within + 1;
  });
  return spans;
}

function widthOf(width: Element | undefined): number {
  if (!width || attribute(width, 'type') !== 'dxa') return 0;
  return countOf(attribute(width, 'w'), 0);
}

function nearest(edges: readonly number[], end: number): number {
  const distances = edges.map((edge) => Math.abs(edge - end));
  return distances.indexOf(Math.min(...distances));
}

function runningSums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}
