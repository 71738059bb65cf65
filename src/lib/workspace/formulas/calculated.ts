import { hasFormulas, NO_RESULTS, withResults, type Results } from '#lib/model/formula/results.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/**
 * The workbook with what its formulas come to in their place, as it is handed out and printed; itself where
 * it has none. A formula that cannot be calculated here stays as it was typed.
 */
export async function calculatedWorkbook(workbook: Workbook): Promise<Workbook> {
  return withResults(workbook, await resultsOf(workbook));
}

/** What the formulas of a workbook come to; nothing where they cannot be calculated here. */
export async function resultsOf(workbook: Workbook): Promise<Results> {
  if (!hasFormulas(workbook)) return NO_RESULTS;
  const [{ Calculator }, { FormulaSheets }] = await Promise.all([
    import('#lib/formulas/in-worker.ts'),
    import('#lib/formulas/sheets-of.ts')
  ]);
  return new Promise((resolve) => {
    const end = (results: Results) => {
      if (calculator.isBusy) return;
      calculator.end();
      resolve(results);
    };
    const calculator = new Calculator(end, () => {
      calculator.end();
      resolve(NO_RESULTS);
    });
    calculator.calculate(new FormulaSheets().of(workbook));
  });
}
