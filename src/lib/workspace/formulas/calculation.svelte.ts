import { Calculator } from '#lib/formulas/in-worker.ts';
import { FormulaSheets } from '#lib/formulas/sheets-of.ts';
import type { Results } from '#lib/model/formula/results.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { afterPaint } from '../after-paint.ts';

/** What the formulas of an open workbook come to. The engine is fetched when there is a first formula. */
export class Calculation {
  readonly #sheets = new FormulaSheets();
  #calculator: Calculator | null = null;
  #results = $state.raw<Results | null>(null);
  /** The workbook that waits for the paint, and the one that is calculated. */
  #next: Workbook | null = null;
  #workbook: Workbook | null = null;
  #cancel: (() => void) | null = null;
  #failed = $state(false);

  /** By `<row>/<column>`; a formula that is not among them is being calculated. Null before the first calculation. */
  get results(): Results | null {
    return this.#results;
  }

  /** The workbook that the results are those of; null while a later one is being calculated. */
  get of(): Workbook | null {
    return this.#calculator?.isBusy ? null : this.#workbook;
  }

  /** Whether the engine could not be fetched or has broken down: formulas are shown as they were typed. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Calculates what has changed of a workbook, once the edit that has changed it is painted. */
  follow(workbook: Workbook): void {
    this.#next = workbook;
    this.#cancel ??= afterPaint(() => {
      this.#cancel = null;
      this.#calculate(this.#next!);
    });
  }

  end(): void {
    this.#cancel?.();
    this.#calculator?.end();
  }

  #calculate(workbook: Workbook): void {
    const sheets = this.#sheets.of(workbook);
    if (sheets.length === 0 && !this.#calculator) return;
    this.#calculator ??= new Calculator(
      (results) => (this.#results = results),
      () => (this.#failed = true),
      afterPaint
    );
    this.#workbook = workbook;
    this.#calculator.calculate(sheets);
  }
}
