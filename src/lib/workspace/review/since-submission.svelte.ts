import { differencesBetween } from '#lib/model/differences.ts';
import { lastSubmission } from '#lib/model/review.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Reviewing } from './reviewing.svelte.ts';

/** After a change the workbook is compared no sooner than this, in milliseconds. */
const PAUSE = 600;

/** How much of a submitted workbook has been changed since. */
export class SinceSubmission {
  readonly #reviewing: Reviewing;
  readonly #workbook: () => Workbook;
  #submitted: { readonly step: string; readonly workbook: Workbook | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #count = $state(0);

  constructor(reviewing: Reviewing, workbook: () => Workbook) {
    this.#reviewing = reviewing;
    this.#workbook = workbook;
    this.look();
  }

  /** How many places differ; 0 while the workbook is not submitted, or where nobody knows. */
  get count(): number {
    return this.#reviewing.state === 'submitted' ? this.#count : 0;
  }

  /** Compares soon, as after every change of the workbook or its review. */
  look(): void {
    if (this.#closed || this.#reviewing.state !== 'submitted') return;
    this.#timer ??= setTimeout(() => void this.#compare(), PAUSE);
  }

  /** Compares no more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #compare(): Promise<void> {
    const step = lastSubmission(this.#reviewing.review)?.id ?? '';
    if (this.#submitted?.step !== step) {
      this.#submitted = { step, workbook: await this.#reviewing.submitted() };
    }
    this.#timer = undefined;
    const { workbook } = this.#submitted;
    this.#count = workbook ? differencesBetween(workbook, this.#workbook()).length : 0;
  }
}
