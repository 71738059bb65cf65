import { exportHtml } from '#lib/exporters/html.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { calculatedWorkbook, withResults } from './formulas/calculated.ts';

export { calculatedWorkbook };

/**
 * A workbook as the page of HTML that is printed, at once: the browser waits for nothing then.
 * @param results what its formulas come to, as far as that is known
 */
export function printedPage(
  workbook: Workbook,
  results: ReadonlyMap<string, string> | null = null
): string {
  return new TextDecoder().decode(exportHtml(results ? withResults(workbook, results) : workbook));
}
