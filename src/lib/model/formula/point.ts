import { isFormula } from './formula-text.ts';
import { halfWidthFormula, piecesOf, referenceText, type WrittenCells } from './written.ts';

/** A cell of a sheet by its places, from 0. */
export interface PointedCell {
  readonly row: number;
  readonly column: number;
}

/** Cells from one to another, both within them; whole columns or rows where an end is null. */
export interface PointedCells {
  readonly from: { readonly row: number | null; readonly column: number | null };
  readonly to: { readonly row: number | null; readonly column: number | null };
}

/** Whether a reference can be put in at the caret of a formula: behind a sign that asks for a value. */
export function takesReference(formula: string, caret: number): boolean {
  if (!/^[=＝]/.test(formula) || caret === 0) return false;
  const half = halfWidthFormula(formula);
  const before = half.slice(0, caret);
  const quotes = before.match(/"/g)?.length ?? 0;
  const behind = half.slice(caret).trimStart();
  return (
    quotes % 2 === 0 &&
    /[=(,+\-*/^&<>:;]$/.test(before.trimEnd()) &&
    /^(?:$|[),+\-*/^&<>=;])/.test(behind)
  );
}

/** What is put into a formula for cells of its own sheet that were pointed at: `B2`, `B2:C9`. */
export function pointedText(one: PointedCell, other: PointedCell): string {
  const end = (row: number, column: number) => ({
    row,
    column,
    fixedRow: false,
    fixedColumn: false
  });
  const [top, bottom] = [one.row, other.row].sort((a, b) => a - b);
  const [left, right] = [one.column, other.column].sort((a, b) => a - b);
  const isOne = top === bottom && left === right;
  const from = end(top!, left!);
  return referenceText({ sheet: null, from, to: isOne ? null : end(bottom!, right!) });
}

/** The cells of its own sheet that a formula refers to, in its order, each once. */
export function pointedCells(formula: string): readonly PointedCells[] {
  if (!isFormula(formula)) return [];
  const found = new Map<string, PointedCells>();
  for (const piece of piecesOf(formula)) {
    if (typeof piece === 'string' || 'field' in piece.refers) continue;
    const refers: WrittenCells = piece.refers;
    if (refers.sheet !== null) continue;
    const [from, to] = [refers.from, refers.to ?? refers.from];
    const key = [from.row, from.column, to.row, to.column].join();
    if (!found.has(key)) found.set(key, { from, to });
  }
  return [...found.values()];
}
