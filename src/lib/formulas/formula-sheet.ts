/** A sheet as formulas see it: cells by their places, fields by their names. */
export interface FormulaSheet {
  readonly id: string;
  /** What formulas call it. */
  readonly names: readonly string[];
  /** Whether texts that begin with `=` are formulas here. */
  readonly calculates: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly FormulaRow[];
  readonly fields: readonly (readonly [name: string, text: string])[];
}

export interface FormulaRow {
  readonly id: string;
  /** The texts of the columns, in their order. */
  readonly texts: readonly string[];
}
