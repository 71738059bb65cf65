import { BROKEN } from './show.ts';
import { piecesOf, referenceText, type WrittenEnd } from './written.ts';

/**
 * A formula as it reads when it is copied some rows down and columns to the right: what has no `$` moves
 * along, as in Excel. What would leave the sheet at its top or left is `#REF!`. Other texts stay.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const moved = (end: WrittenEnd): WrittenEnd => ({
    ...end,
    row: end.row === null || end.fixedRow ? end.row : end.row + rows,
    column: end.column === null || end.fixedColumn ? end.column : end.column + columns
  });
  return piecesOf(formula)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { refers } = piece;
      if ('field' in refers) return piece.text;
      const [from, to] = [moved(refers.from), refers.to && moved(refers.to)];
      const leaves = [from, to].some((end) => (end?.row ?? 0) < 0 || (end?.column ?? 0) < 0);
      return leaves ? BROKEN : referenceText({ ...refers, from, to });
    })
    .join('');
}
