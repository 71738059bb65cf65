import type { Workbook } from '../workbook.ts';
import { shownError } from './errors.ts';
import { isFormulaIn } from './in-workbook.ts';

/** What formulas come to as texts, by `<row>/<column>`; see `shownError` for how errors are shown. */
export type Results = ReadonlyMap<string, string>;

/** Where nothing has been calculated. */
export const NO_RESULTS: Results = new Map();

/** The key of a cell among the results. */
export function resultKey(row: string, column: string): string {
  return `${row}/${column}`;
}

/** Whether a workbook has formulas. */
export function hasFormulas({ sheets }: Workbook): boolean {
  return sheets.some(({ kind, rows }) =>
    rows.some(({ cells }) => Object.values(cells).some((text) => isFormulaIn(kind, text)))
  );
}

/** A workbook with results in place of its formulas; a formula without one stays as it was typed. */
export function withResults(workbook: Workbook, results: Results): Workbook {
  if (results.size === 0) return workbook;
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.kind !== 'free') return sheet;
    const rows = sheet.rows.map((row) => {
      const cells = Object.entries(row.cells).map(([column, text]) => {
        const result = isFormulaIn(sheet.kind, text) && results.get(resultKey(row.id, column));
        return [column, typeof result === 'string' ? shownError(result) : text] as const;
      });
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}
