import type { Cell, CellRow, CellRows } from '../cells/cell-rows.ts';
import { attribute, childOf, childrenOf, type Element } from '../office/xml.ts';
import { readReference, referenceOf } from './cell-reference.ts';
import { CellFormulas } from './cell-formula.ts';
import { isReadAsShown, isShownAlike, readCell, type CellContext } from './cell-text.ts';
import { joinCellfuls } from './cellfuls.ts';
import { readMerges } from './merges.ts';

/** A row of a worksheet with at least one cell that has a text or a frame. */
export interface WorksheetRow extends CellRow {
  readonly hidden: boolean;
}

/** A worksheet as far as it has cells; what the file says of its size is not trusted. */
export interface Worksheet extends CellRows {
  readonly rows: readonly WorksheetRow[];
  /** Whether a column, counted from 1, is hidden. */
  readonly isHiddenColumn: (column: number) => boolean;
  /** The cells that show an error: `B5`. */
  readonly errors: readonly string[];
}

/** Reads a worksheet (ECMA-376 part 1, 18.3.1). */
export function readWorksheet(root: Element, context: CellContext): Worksheet {
  const merges = readMerges(childOf(root, 'mergeCells'));
  const errors: string[] = [];
  const formulas = new CellFormulas();
  const rows = new Map<number, WorksheetRow>();
  let number = 0;
  for (const element of elementsIn(root, 'sheetData', 'row')) {
    number = readReference(`A${attribute(element, 'r') ?? ''}`)?.row ?? number + 1;
    const cells: Cell[] = [];
    let column = 0;
    for (const cell of childrenOf(element, 'c')) {
      column = readReference(attribute(cell, 'r') ?? '')?.column ?? column + 1;
      const { text, framed, isError } = readCell(cell, context);
      if (isError) errors.push(referenceOf({ column, row: number }));
      const area = merges.at(column, number);
      const covered = area && (area.first.column !== column || area.first.row !== number);
      const shown = covered ? '' : text;
      const formula = context.calculates ? formulas.read(cell, { column, row: number }) : null;
      if (shown === '' && !framed && formula === null) continue;
      const lastColumn = covered ? column : (area?.last.column ?? column);
      const otherwise = context.calculates && !isReadAsShown(cell, text, context.from1904);
      cells.push({
        column,
        lastColumn,
        text: shown,
        framed,
        ...((formula !== null || otherwise) && {
          calculated: { formula, otherwise, alike: isShownAlike(cell, text, context.from1904) }
        })
      });
    }
    if (cells.length === 0) continue;
    const above = rows.get(number)?.cells ?? [];
    rows.set(number, {
      number,
      hidden: isSet(element, 'hidden'),
      cells: [...above, ...cells].sort((one, other) => one.column - other.column)
    });
  }
  return {
    rows: joinCellfuls([...rows.values()].sort((one, other) => one.number - other.number)),
    isCovered: (column, row) => (merges.at(column, row)?.first.row ?? row) < row,
    lastRow: number,
    isHiddenColumn: hiddenColumns(root),
    errors
  };
}

function hiddenColumns(root: Element): Worksheet['isHiddenColumn'] {
  const ranges = elementsIn(root, 'cols', 'col')
    .filter((column) => isSet(column, 'hidden'))
    .map((column) => [Number(attribute(column, 'min')), Number(attribute(column, 'max'))] as const);
  return (column) => ranges.some(([first, last]) => first <= column && column <= last);
}

function elementsIn(root: Element, list: string, name: string): Element[] {
  const parent = childOf(root, list);
  return parent ? childrenOf(parent, name) : [];
}

function isSet(element: Element, name: string): boolean {
  return ['1', 'true'].includes(attribute(element, name) ?? '');
}
