import type { Edit } from '#lib/model/edit.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { shiftFormula } from '#lib/model/formula/shift.ts';
import type { GridColumn } from './columns.ts';
import { editOfCells, type Block, type CellChange } from './gestures.ts';
import { lineText, type Line } from './lines.ts';

/**
 * The edit that fills a block with what stands in another one beside it, again and again: below it
 * from its first row on, above it from its last one, and likewise to the sides.
 */
export function editOfFill(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  source: Block,
  target: Block
): Edit {
  const cells: CellChange[] = [];
  for (let line = target.top; line <= target.bottom; line++) {
    for (let across = target.left; across <= target.right; across++) {
      const fromLine = repeated(line, source.top, source.bottom);
      const fromAcross = repeated(across, source.left, source.right);
      const from = lines[fromLine];
      const fromColumn = columns[fromAcross];
      const column = columns[across];
      if (!from || !fromColumn || !column || column.readOnly) continue;
      const typed = lineText(from, fromColumn.id);
      const text = isFormula(typed)
        ? shiftFormula(typed, line - fromLine, across - fromAcross)
        : typed;
      cells.push({ line, column: column.id, text });
    }
  }
  return { ...editOfCells(lines, cells), label: `填充 ${cells.length} 格` };
}

export type FillDirection = 'down' | 'right';

/** What Ctrl+D fills from what, and Ctrl+R: the selection from its first row, a single one from before it. */
export function fillOf(
  selected: Block,
  direction: FillDirection
): { readonly source: Block; readonly target: Block } | null {
  const [first, last] =
    direction === 'down' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  const from = selected[first] === selected[last] ? selected[first] - 1 : selected[first];
  if (from < 0) return null;
  return {
    source: { ...selected, [first]: from, [last]: from },
    target: { ...selected, [first]: from + 1 }
  };
}

/** The place between first and last that stands for one outside them when they repeat. */
function repeated(at: number, first: number, last: number): number {
  const count = last - first + 1;
  return first + ((((at - first) % count) + count) % count);
}
