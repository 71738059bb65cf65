import { isTag, type Element, type ParentNode } from 'domhandler';
import { isShown } from './parse-html.ts';
import { cellsOf, cellText, rowsOf } from './table-cells.ts';

/**
 * Whether a table only sets a page: it has a single column, or most of what it says stands in tables
 * inside it.
 */
export function isLayout(table: Element): boolean {
  return rowsOf(table).every((row) => cellsOf(row).length <= 1) || holdsTables(table);
}

/** Whether most of what a table says stands in tables inside it. */
export function holdsTables(table: Element): boolean {
  const inner = tablesIn(table);
  if (inner.length === 0) return false;
  const length = (element: Element) => cellText(element).length;
  const all = rowsOf(table)
    .flatMap(cellsOf)
    .reduce((sum, cell) => sum + length(cell), 0);
  return inner.reduce((sum, table) => sum + length(table), 0) * 2 > all;
}

/** The outermost tables inside an element. */
function tablesIn(parent: ParentNode): Element[] {
  return parent.childNodes.filter(isTag).flatMap((child) => {
    if (!isShown(child)) return [];
    return child.name === 'table' ? [child] : tablesIn(child);
  });
}
