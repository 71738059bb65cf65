import { hasFormulas, NO_RESULTS, type Results } from '#lib/model/formula/results.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { resultsOf } from './calculated.ts';

/** What the formulas of an open workbook last came to, for whoever prints it at once. */
export class KnownResults {
  #workbook: Workbook | null = null;
  #results: Results = NO_RESULTS;

  /** The last ones; of a workbook of before, where it has changed since. */
  get last(): Results {
    return this.#results;
  }

  /** Takes what the formulas of a workbook have come to. */
  know(workbook: Workbook, results: Results): void {
    this.#workbook = workbook;
    this.#results = results;
  }

  /** Whether there is nothing to calculate in a workbook. */
  isOf(workbook: Workbook): boolean {
    return this.#workbook === workbook || !hasFormulas(workbook);
  }

  /** Calculates a workbook, unless that has been done. */
  async calculate(workbook: Workbook): Promise<void> {
    if (!this.isOf(workbook)) this.know(workbook, await resultsOf(workbook));
  }
}
