import type { Change, Edit } from '#lib/model/edit.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { shiftFormula } from '#lib/model/formula/shift.ts';
import { countsOn, fillAfter, type Filling } from '#lib/model/series/series.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { GridColumn } from './columns.ts';
import type { Block } from './gestures.ts';
import type { Line } from './lines.ts';

/** A block of cells that goes on into the cells beside it. */
export interface Fill {
  readonly from: Block;
  /** The cells that are filled, without the block itself. */
  readonly to: Block;
  readonly direction: 'down' | 'up' | 'right' | 'left';
}

/** A cell by its place on the screen. */
type Cell = readonly [line: number, column: number];

/** The edit that fills on from a block: formulas are copied, with what they refer to. Columns that are computed keep what they say. */
export function editOfSeriesFill(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  fill: Fill,
  filling: Filling
): Edit {
  const changes: Change[] = [];
  for (const { from, to } of runsOf(fill)) {
    const typed = textsOf(lines, columns, from);
    const texts = fillAfter(typed, to.length, filling);
    to.forEach(([line, across], at) => {
      const row = lines[line]?.row;
      const column = columns[across];
      const [fromLine, fromAcross] = from[at % from.length]!;
      const formula = typed[at % from.length]!;
      const text = isFormula(formula)
        ? shiftFormula(formula, line - fromLine, across - fromAcross)
        : (texts[at] ?? '');
      if (!row || !column || column.readOnly || cellText(row, column.id) === text) return;
      changes.push({ do: 'cell', row: row.id, column: column.id, text });
    });
  }
  return { label: `填充 ${changes.length} 格`, changes };
}

/** Whether filling on from a block counts anything on, or only copies. */
export function fillCountsOn(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  fill: Fill,
  filling: Filling
): boolean {
  return runsOf(fill).some(({ from }) => countsOn(textsOf(lines, columns, from), filling));
}

/**
 * The fill that 填充序列 makes of selected cells: their first lines, up to the first one that is empty, go
 * on into the rest; where none is empty, the first line does. Null where there is no rest.
 */
export function fillWithin(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  block: Block
): Fill | null {
  const { top, left, bottom, right } = block;
  if (bottom > top) {
    const isEmpty = (line: number) =>
      textsOf(lines, columns, cellsBetween({ ...block, top: line, bottom: line })).every(
        (text) => text === ''
      );
    const last = lastOfSource(top, bottom, isEmpty);
    return { from: { ...block, bottom: last }, to: { ...block, top: last + 1 }, direction: 'down' };
  }
  if (right === left) return null;
  const isEmpty = (column: number) => textsOf(lines, columns, [[top, column]])[0] === '';
  const last = lastOfSource(left, right, isEmpty);
  return { from: { ...block, right: last }, to: { ...block, left: last + 1 }, direction: 'right' };
}

function lastOfSource(first: number, end: number, isEmpty: (at: number) => boolean): number {
  for (let at = first + 1; at <= end; at++) if (isEmpty(at)) return at - 1;
  return first;
}

/** The columns or rows of a fill, each as the cells it goes on from and those it fills, in its direction. */
function runsOf({ from, to, direction }: Fill): { from: readonly Cell[]; to: readonly Cell[] }[] {
  const down = direction === 'down' || direction === 'up';
  const backwards = direction === 'up' || direction === 'left';
  const [first, last] = down ? [from.left, from.right] : [from.top, from.bottom];
  return Array.from({ length: last - first + 1 }, (_, offset) => {
    const at = first + offset;
    const along = (block: Block) => {
      const run = down ? { ...block, left: at, right: at } : { ...block, top: at, bottom: at };
      const cells = cellsBetween(run);
      return backwards ? cells.reverse() : cells;
    };
    return { from: along(from), to: along(to) };
  });
}

function cellsBetween({ top, left, bottom, right }: Block): Cell[] {
  const cells: Cell[] = [];
  for (let line = top; line <= bottom; line++) {
    for (let column = left; column <= right; column++) cells.push([line, column]);
  }
  return cells;
}

function textsOf(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  cells: readonly Cell[]
): string[] {
  return cells.map(([line, column]) => {
    const row = lines[line]?.row;
    return row ? cellText(row, columns[column]?.id ?? '') : '';
  });
}
