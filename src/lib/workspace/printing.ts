import { exportHtml } from '#lib/exporters/html.ts';
import { NO_RESULTS, withResults, type Results } from '#lib/model/formula/results.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { calculatedWorkbook } from './formulas/calculated.ts';

export { calculatedWorkbook };

/**
 * A workbook as the page of HTML that is printed, at once: the browser waits for nothing then.
 * @param results what its formulas come to, as far as that is known
 */
export function printedPage(workbook: Workbook, results: Results = NO_RESULTS): string {
  return new TextDecoder().decode(exportHtml(withResults(workbook, results)));
}
