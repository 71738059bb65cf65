import type { Change } from '#lib/model/edit.ts';
import { bindFormula } from '#lib/model/formula/bind.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { isFormulaIn } from '#lib/model/formula/in-workbook.ts';
import { withoutColumns } from '#lib/model/formula/lost-ends.ts';
import type { Row } from '#lib/model/workbook.ts';
import { placesOf } from './formula-places.ts';
import { keyOf } from './keys.ts';
import type { Projection } from './projection.ts';

type CellChange = Extract<Change, { do: 'cell' }>;

/**
 * The changes of an edit without the formulas that they bring, and these: references of a formula mean what
 * stands there after all the rest of the edit.
 */
export function apart(changes: readonly Change[]): {
  readonly rest: readonly Change[];
  readonly formulas: readonly CellChange[];
} {
  const formulas = new Map<string, CellChange>();
  const withoutFormulas = (row: Row): Row => {
    const cells = Object.entries(row.cells);
    const plain = cells.filter(([, text]) => !isFormula(text));
    if (plain.length === cells.length) return row;
    for (const [column, text] of cells) {
      if (isFormula(text)) {
        formulas.set(keyOf(row.id, column), { do: 'cell', row: row.id, column, text });
      }
    }
    return { ...row, cells: Object.fromEntries(plain) };
  };
  const rest = changes.flatMap((change): readonly Change[] => {
    switch (change.do) {
      case 'cell': {
        const key = keyOf(change.row, change.column);
        formulas.delete(key);
        if (!isFormula(change.text)) return [change];
        formulas.set(key, change);
        return [];
      }
      case 'insert':
        return [{ ...change, rows: change.rows.map(withoutFormulas) }];
      case 'insert-sheet': {
        const rows = change.sheet.rows.map(withoutFormulas);
        return [{ ...change, sheet: { ...change.sheet, rows } }];
      }
      default:
        return [change];
    }
  });
  return formulas.size === 0
    ? { rest: changes, formulas: [] }
    : { rest, formulas: [...formulas.values()] };
}

/** Typed formulas with their references bound, as the document keeps them; elsewhere than in free sheets as typed. */
export function boundChanges(
  projection: Projection,
  formulas: readonly CellChange[]
): readonly CellChange[] {
  const places = placesOf(projection);
  return formulas.map((change) => {
    const sheet = projection.sheetOfRow(change.row);
    const kind = sheet === null ? null : (projection.sheetAt(sheet)?.kind ?? null);
    if (sheet === null || !isFormulaIn(kind, change.text)) return change;
    return { ...change, text: bindFormula(change.text, sheet, places) };
  });
}

/** The changes that let formulas do without the columns that an edit takes out of their sheets. */
export function columnRepairs(
  projection: Projection,
  changes: readonly Change[]
): readonly CellChange[] {
  if (!projection.hasFormulas) return [];
  const repairs = new Map<string, CellChange>();
  for (const change of changes) {
    if (change.do !== 'columns') continue;
    const places = placesOf(projection);
    for (const { row, column, text } of projection.boundCells()) {
      const key = keyOf(row, column);
      const present = repairs.get(key)?.text ?? text;
      const repaired = withoutColumns(present, change.sheet, change.columns, places);
      if (repaired !== present) repairs.set(key, { do: 'cell', row, column, text: repaired });
    }
  }
  return [...repairs.values()];
}
