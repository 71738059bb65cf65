import { countProblems, type Counts, type Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker, type CheckResult } from '#lib/rules/check.ts';
import { afterPaint } from './after-paint.ts';

const NOTHING: CheckResult = { problems: [], bySheet: new Map(), failures: [] };

/** The problems of a workbook while it is edited: neither opening nor typing waits for a rule. */
export class Checking {
  readonly #checker = createChecker();
  readonly #workbook: () => Workbook;
  #result = $state.raw<CheckResult | null>(null);
  #cancel: (() => void) | null = null;

  constructor(workbook: () => Workbook) {
    this.#workbook = workbook;
  }

  /** Whether the rules have been run: until then no problems only means that nobody knows. */
  get done(): boolean {
    return this.#result !== null;
  }

  get result(): CheckResult {
    return this.#result ?? NOTHING;
  }

  readonly counts: Counts = $derived(countProblems(this.result.problems));

  /** The ids of the waivers that accept something now. */
  readonly waiversInForce: ReadonlySet<string> = $derived(
    new Set(this.result.problems.flatMap(({ waived }: Problem) => waived ?? []))
  );

  /** Checks after the paint that shows what was changed. */
  soon(): void {
    this.#cancel ??= afterPaint(() => this.#check());
  }

  /** Checks now what would be checked after the paint. */
  now(): void {
    if (this.#cancel) this.finish();
  }

  /** Checks a last time. */
  finish(): void {
    this.#cancel?.();
    this.#check();
  }

  #check(): void {
    this.#cancel = null;
    this.#result = this.#checker.check(this.#workbook());
  }
}
