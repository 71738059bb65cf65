import type { Results } from '#lib/model/formula/results.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { updatesBetween } from './sheet-updates.ts';
import type { ResultUpdates } from './worker.ts';

/**
 * Calculates in a Worker, so that typing never waits: while one calculation runs, the next one waits for the
 * newest sheets, and those between are never calculated.
 */
export class Calculator {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #onResults: (results: Results) => void;
  #sent: readonly FormulaSheet[] = [];
  #waiting: readonly FormulaSheet[] | null = null;
  #busy = false;
  #results: Results = new Map();

  /** `onFailure` is called where the engine could not be fetched or has broken down; no results come then. */
  constructor(onResults: (results: Results) => void, onFailure: () => void) {
    this.#onResults = onResults;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ResultUpdates>) =>
      this.#take(data)
    );
    this.#worker.addEventListener('error', onFailure);
  }

  /** Calculates sheets. Those that have not changed are the same objects as before. */
  calculate(sheets: readonly FormulaSheet[]): void {
    if (this.#busy) {
      this.#waiting = sheets;
      return;
    }
    this.#busy = true;
    this.#worker.postMessage(updatesBetween(this.#sent, sheets));
    this.#sent = sheets;
  }

  /** Whether results are still to come. */
  get isBusy(): boolean {
    return this.#busy;
  }

  end(): void {
    this.#worker.terminate();
  }

  /** Takes a part of the results in; whoever waits for all of them looks at `isBusy`. */
  #take({ changed, gone, last }: ResultUpdates): void {
    const results = new Map(this.#results);
    for (const [key, text] of changed) results.set(key, text);
    for (const key of gone) results.delete(key);
    this.#results = results;
    if (!last) return this.#onResults(results);
    this.#busy = false;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.calculate(waiting);
    this.#onResults(results);
  }
}
