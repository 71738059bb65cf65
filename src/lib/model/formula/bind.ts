import { boundText, type BoundCells, type BoundEnd, type BoundPiece } from './bound.ts';
import { fieldNamed } from './field-names.ts';
import type { Places } from './places.ts';
import { piecesOf, type WrittenCells, type WrittenEnd } from './written.ts';

/**
 * A typed formula with its references bound to rows, columns and sheets, so that they follow them.
 * @param home the sheet that it stands in
 * @param places where everything stands when it is written
 * @returns the text that the shared document keeps; a reference to a sheet or field that is not there stays as typed
 */
export function bindFormula(formula: string, home: string, places: Places): string {
  return boundText(
    piecesOf(formula).map((piece): BoundPiece => {
      if (typeof piece === 'string') return piece;
      const { refers, text } = piece;
      const sheet = refers.sheet === null ? home : places.sheetNamed(refers.sheet);
      if (sheet === null) return text;
      if (!('field' in refers)) return boundCells(refers, sheet, places);
      const kind = places.kindOf(sheet);
      const field = kind && fieldNamed(kind, refers.field);
      return field ? { sheet, field } : text;
    })
  );
}

function boundCells({ from, to }: WrittenCells, sheet: string, places: Places): BoundCells {
  const rows = places.rowsOf(sheet);
  const columns = places.columnsOf(sheet);
  const end = ({ row, column, ...fixed }: WrittenEnd): BoundEnd => ({
    row: row === null ? null : (rows[row]?.id ?? row),
    column: column === null ? null : (columns[column]?.id ?? column),
    ...fixed
  });
  return { sheet, from: end(from), to: to && end(to) };
}
