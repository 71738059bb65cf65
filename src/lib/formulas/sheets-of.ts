import { fieldName, formulaFields } from '#lib/model/formula/field-names.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { formulaNames, type FormulaNames } from '#lib/model/formula/sheet-names.ts';
import { piecesOf } from '#lib/model/formula/written.ts';
import { cellText, fieldText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { FormulaRow, FormulaSheet } from './formula-sheet.ts';

/** Makes what the engine needs of workbooks, one after the other: what has not changed is the same object. */
export class FormulaSheets {
  readonly #rows = new WeakMap<
    Row,
    { readonly columns: Sheet['columns']; readonly made: FormulaRow }
  >();
  readonly #sheets = new WeakMap<Sheet, { readonly names: string; readonly made: FormulaSheet }>();
  /** The names of sheets in the formulas of a row; null where it has no formula. */
  readonly #named = new WeakMap<Row, readonly string[] | null>();

  /** The free sheets of a workbook and those that their formulas name; none where there is no formula. */
  of(workbook: Workbook): readonly FormulaSheet[] {
    const free = workbook.sheets.filter(({ kind }) => kind === 'free');
    const inRows = free.flatMap(({ rows }) => rows.map((row) => this.#namedIn(row)));
    if (inRows.every((named) => named === null)) return [];
    const names = formulaNames(workbook.sheets);
    const named = new Set(
      inRows.flatMap((some) => some ?? []).map((name) => names.sheetNamed.get(name))
    );
    return workbook.sheets
      .filter(({ id, kind }) => kind === 'free' || named.has(id))
      .map((sheet) => this.#sheet(sheet, names));
  }

  #namedIn(row: Row): readonly string[] | null {
    let named = this.#named.get(row);
    if (named === undefined) {
      const formulas = Object.values(row.cells).filter(isFormula);
      named = formulas.length === 0 ? null : formulas.flatMap(sheetsNamedIn);
      this.#named.set(row, named);
    }
    return named;
  }

  #sheet(sheet: Sheet, { nameOf, sheetNamed }: FormulaNames): FormulaSheet {
    const { id, kind, columns } = sheet;
    const other = fieldText(sheet, 'projectName').trim();
    const names = [nameOf.get(id) ?? '', ...(sheetNamed.get(other) === id ? [other] : [])];
    const known = this.#sheets.get(sheet);
    if (known?.names === names.join('\n')) return known.made;
    const made: FormulaSheet = {
      id,
      names,
      calculates: kind === 'free',
      columns: columns.map((column) => column.id),
      rows: sheet.rows.map((row) => this.#row(row, columns)),
      fields: formulaFields(kind).map((field) => [fieldName(field), fieldText(sheet, field.id)])
    };
    this.#sheets.set(sheet, { names: names.join('\n'), made });
    return made;
  }

  #row(row: Row, columns: Sheet['columns']): FormulaRow {
    const known = this.#rows.get(row);
    if (known?.columns === columns) return known.made;
    const made = { id: row.id, texts: columns.map(({ id }) => cellText(row, id)) };
    this.#rows.set(row, { columns, made });
    return made;
  }
}

function sheetsNamedIn(formula: string): readonly string[] {
  if (!/[!！]/.test(formula)) return [];
  return piecesOf(formula).flatMap((piece) =>
    typeof piece === 'string' || piece.refers.sheet === null ? [] : [piece.refers.sheet]
  );
}
