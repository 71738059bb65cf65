import type { Results } from '#lib/model/formula/results.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { withPart, type ResultPart } from './result-parts.ts';
import { updatesBetween } from './sheet-updates.ts';

/**
 * Calculates in a Worker, so that typing never waits: while one calculation runs, the next one waits for the
 * newest sheets, and those between are never calculated.
 */
export class Calculator {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #onResults: (results: Results) => void;
  readonly #pause: (next: () => void) => void;
  #sent: readonly FormulaSheet[] = [];
  #waiting: readonly FormulaSheet[] | null = null;
  #busy = false;
  #results: Results = new Map();
  /** Parts that have come and are not taken in yet. */
  readonly #parts: ResultPart[] = [];

  /**
   * @param onFailure called where the engine could not be fetched or has broken down; no results come then
   * @param pause what is waited for between two parts of many results, such as a paint
   */
  constructor(
    onResults: (results: Results) => void,
    onFailure: () => void,
    pause: (next: () => void) => void = (next) => next()
  ) {
    this.#onResults = onResults;
    this.#pause = pause;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ResultPart>) =>
      this.#queue(data)
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

  #queue(part: ResultPart): void {
    this.#parts.push(part);
    if (this.#parts.length === 1) this.#takeNext();
  }

  #takeNext = (): void => {
    this.#take(this.#parts[0]!);
    this.#pause(() => {
      this.#parts.shift();
      if (this.#parts.length > 0) this.#takeNext();
    });
  };

  /** Takes a part of the results in; whoever waits for all of them looks at `isBusy`. */
  #take(part: ResultPart): void {
    const results = withPart(this.#results, part);
    this.#results = results;
    if (!part.last) return this.#onResults(results);
    this.#busy = false;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.calculate(waiting);
    this.#onResults(results);
  }
}
