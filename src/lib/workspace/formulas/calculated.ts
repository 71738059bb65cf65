import type { Results } from '#lib/formulas/formula-sheet.ts';
import { resultKey } from '#lib/formulas/formula-sheet.ts';
import { isFormulaIn } from '#lib/model/formula/in-workbook.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/**
 * The workbook with what its formulas come to in their place, as it is handed out and printed; itself where
 * it has none. A formula that cannot be calculated here stays as it was typed.
 */
export async function calculatedWorkbook(workbook: Workbook): Promise<Workbook> {
  return hasFormulas(workbook) ? withResults(workbook, await resultsOf(workbook)) : workbook;
}

/** Whether a workbook has formulas. */
function hasFormulas({ sheets }: Workbook): boolean {
  return sheets.some(({ kind, rows }) =>
    rows.some(({ cells }) => Object.values(cells).some((text) => isFormulaIn(kind, text)))
  );
}

/** A workbook with results in place of its formulas. */
export function withResults(workbook: Workbook, results: Results): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.kind !== 'free') return sheet;
    const rows = sheet.rows.map((row) => {
      const cells = Object.entries(row.cells).map(([column, text]) => {
        const result = isFormulaIn(sheet.kind, text) && results.get(resultKey(row.id, column));
        return [column, typeof result === 'string' ? result : text] as const;
      });
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return { ...sheet, rows };
  });
  return { ...workbook, sheets };
}

async function resultsOf(workbook: Workbook): Promise<Results> {
  const [{ Calculator }, { FormulaSheets }] = await Promise.all([
    import('#lib/formulas/in-worker.ts'),
    import('#lib/formulas/sheets-of.ts')
  ]);
  return new Promise((resolve) => {
    const end = (results: Results) => {
      calculator.end();
      resolve(results);
    };
    const calculator = new Calculator(end, () => end(new Map()));
    calculator.calculate(new FormulaSheets().of(workbook));
  });
}
