import { childOf, childrenOf, descendantsOf, isNamed, type Element } from '../office/xml.ts';
import { contentOf } from './content.ts';
import { cellProperty, gridOf, spansOf, type CellSpan } from './grid.ts';
import { valueOf } from './properties.ts';
import type { Remarks } from './remarks.ts';

/** A cell on the grid of its table. */
export interface Cell<Content> extends CellSpan {
  /** Whether the cell only goes on with the one above it, or the one before it. */
  readonly merged: 'down' | 'across' | null;
  readonly blocks: readonly Content[];
}

/** A row with its cells, each an element `w:tc`. */
interface TableRow {
  readonly element: Element;
  readonly cells: readonly Element[];
}

/** The rows of a `w:tbl` without those that were deleted. */
export function rowsOf(table: Element, remarks: Remarks): TableRow[] {
  const rows = contentOf(table, remarks).filter((child) => isNamed(child, 'tr'));
  return rows.flatMap((element) => {
    const properties = childOf(element, 'trPr');
    if (properties && childOf(properties, 'del')) {
      remarks.count('deleted');
      return [];
    }
    const cells = contentOf(element, remarks).filter((child) => isNamed(child, 'tc'));
    return [{ element, cells }];
  });
}

/** Whether a table has one column and other tables in it: it only lays out the page. */
export function isLayoutTable(table: Element, remarks: Remarks): boolean {
  const rows = childrenOf(table, 'tr');
  return (
    rows.length > 0 &&
    rows.every((row) => childrenOf(row, 'tc').length <= 1) &&
    descendantsOf(table, 'tbl').length > 0 &&
    rowsOf(table, remarks).length > 0
  );
}

/**
 * The rows of a table, each cell at its columns; all rows have cells up to the last column of the grid.
 * A row is read when it is asked for.
 */
export function* readRows<Content>(
  table: Element,
  readCell: (cell: Element) => readonly Content[],
  remarks: Remarks
): Generator<Cell<Content>[]> {
  const grid = gridOf(table);
  const rows = rowsOf(table, remarks).map(({ element, cells }) => ({
    cells,
    spans: spansOf(element, cells, grid)
  }));
  const width = rows.reduce((most, { spans }) => Math.max(most, endOf(spans)), grid.length);
  for (const { cells, spans } of rows) {
    const read = cells.map((cell, index) => ({
      ...spans[index]!,
      merged: mergedOf(cell),
      blocks: readCell(cell)
    }));
    const end = endOf(spans);
    const rest = { start: end, columns: width - end, merged: null, blocks: [] };
    yield end < width ? [...read, rest] : read;
  }
}

function endOf(spans: readonly CellSpan[]): number {
  const last = spans.at(-1);
  return last ? last.start + last.columns : 0;
}

/** `w:vMerge` without a value goes on with the cell above; so does `w:hMerge` with that before. */
function mergedOf(cell: Element): 'down' | 'across' | null {
  const goesOn = (property: Element | undefined) =>
    property !== undefined && valueOf(property) !== 'restart';
  if (goesOn(cellProperty(cell, 'vMerge'))) return 'down';
  return goesOn(cellProperty(cell, 'hMerge')) ? 'across' : null;
}
