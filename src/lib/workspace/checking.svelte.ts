import type { Language } from '#lib/model/language.ts';
import { countProblems, type Counts, type Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Checker, CheckResult } from '#lib/rules/check.ts';
import { afterPaint } from './after-paint.ts';
import { whenReleased } from './when-released.ts';

/** Milliseconds of checking after each paint, for what colleagues change. */
const SLICE = 4;
/** What colleagues change is checked again so many milliseconds after the last check of it. */
const PAUSE = 300;
const NOTHING: CheckResult = { problems: [], bySheet: new Map(), failures: [] };

/** The rules are fetched for the first check: a sheet is seen, and typed into, without them. */
async function loadChecker(language: Language): Promise<Checker> {
  const [{ createChecker }, { rulesIn }] = await Promise.all([
    import('#lib/rules/check.ts'),
    import('#lib/rules/language.ts')
  ]);
  return createChecker(rulesIn(language));
}

/** The problems of a workbook while it is edited: neither opening nor typing waits for a rule. */
export class Checking {
  readonly #workbook: () => Workbook;
  readonly #language: Language;
  #checker: Checker | null = null;
  #loading: Promise<void> | null = null;
  #result = $state.raw<CheckResult | null>(null);
  #unavailable = $state(false);
  #cancel: (() => void) | null = null;
  /** The same of what is checked bit by bit. */
  #cancelBits: (() => void) | null = null;
  /** When what colleagues changed was checked last. */
  #bitsChecked = -Infinity;

  /** @param language what the problems are told in, for as long as the workbook is open */
  constructor(workbook: () => Workbook, language: Language) {
    this.#workbook = workbook;
    this.#language = language;
  }

  /** Whether the rules have been run: until then no problems only means that nobody knows. */
  get done(): boolean {
    return this.#result !== null;
  }

  /** Whether the rules could not be fetched; every check tries again. */
  get unavailable(): boolean {
    return this.#unavailable;
  }

  get problems(): readonly Problem[] {
    return this.#found.problems;
  }

  get problemsBySheet(): ReadonlyMap<string, readonly Problem[]> {
    return this.#found.bySheet;
  }

  /** Rules that threw; the others were run all the same. */
  get failures(): CheckResult['failures'] {
    return this.#found.failures;
  }

  readonly counts: Counts = $derived(countProblems(this.problems));

  /** The ids of the waivers that accept something now. */
  readonly waiversInForce: ReadonlySet<string> = $derived(
    new Set(this.problems.flatMap(({ waived }: Problem) => waived ?? []))
  );

  /** Checks after the paint that shows what was changed, and after the click that is under way. */
  soon(): void {
    this.#callOffBits();
    this.#cancel ??= afterPaint(() => {
      this.#cancel = whenReleased(() => void this.finish());
    });
  }

  /** The same bit by bit, for what colleagues change: no frame of somebody who types waits for all of it. */
  later(): void {
    if (this.#cancel !== null || this.#cancelBits !== null) return;
    const wait = this.#bitsChecked + PAUSE - performance.now();
    const timer = setTimeout(() => this.#checkBits(this.#workbook()), wait);
    this.#cancelBits = () => clearTimeout(timer);
  }

  /**
   * Checks now what would be checked after the paint. Done when it returns, but for the first time: then
   * when it resolves, because the rules may be on their way.
   */
  now(): Promise<void> {
    const waiting = this.#cancel !== null || this.#cancelBits !== null;
    return waiting || !this.done ? this.finish() : Promise.resolve();
  }

  /** Checks whatever there is to check, as `now` does. */
  finish(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    this.#callOffBits();
    if (!this.#checker) return (this.#loading ??= this.#load());
    this.#result = this.#checker.check(this.#workbook());
    return Promise.resolve();
  }

  /** A workbook that changes meanwhile is checked again afterwards: otherwise this would never end. */
  #checkBits(workbook: Workbook): void {
    this.#cancelBits = afterPaint(() => {
      const end = performance.now() + SLICE;
      const done = this.#checker?.prepare(workbook, () => performance.now() > end) ?? true;
      if (!done) return this.#checkBits(workbook);
      this.#cancelBits = afterPaint(() => this.#finishBits(workbook));
    });
  }

  /** To show what a check finds takes as long as the check, so a paint lies between them. */
  #finishBits(workbook: Workbook): void {
    this.#cancelBits = null;
    if (!this.#checker) return void this.finish();
    const result = this.#checker.check(workbook);
    this.#cancelBits = afterPaint(() => {
      const cancel = whenReleased(() => this.#showBits(workbook, result));
      if (cancel) this.#cancelBits = cancel;
    });
  }

  #showBits(workbook: Workbook, result: CheckResult): void {
    this.#cancelBits = null;
    this.#bitsChecked = performance.now();
    this.#result = result;
    if (workbook !== this.#workbook()) this.later();
  }

  #callOffBits(): void {
    this.#cancelBits?.();
    this.#cancelBits = null;
  }

  get #found(): CheckResult {
    return this.#result ?? NOTHING;
  }

  async #load(): Promise<void> {
    try {
      this.#checker = await loadChecker(this.#language);
      this.#unavailable = false;
    } catch {
      this.#unavailable = true;
    }
    this.#loading = null;
    if (this.#checker) await this.finish();
  }
}
