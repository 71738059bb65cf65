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

/** What formulas come to, by `<row>/<column>`. */
export type Results = ReadonlyMap<string, string>;

/** The key of a cell among the results. */
export function resultKey(row: string, column: string): string {
  return `${row}/${column}`;
}
