import type { Language } from '#lib/model/language.ts';
import { countProblems, type Counts, type Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Checker, CheckResult } from '#lib/rules/check.ts';
import { afterPaint } from './after-paint.ts';
import { whenReleased } from './when-released.ts';

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
    this.#cancel ??= afterPaint(() => {
      this.#cancel = whenReleased(() => void this.finish());
    });
  }

  /** The same a frame later, for what colleagues change: no frame of somebody who types has to paint and check. */
  later(): void {
    this.#cancel ??= afterPaint(() => {
      this.#cancel = null;
      this.soon();
    });
  }

  /**
   * Checks now what would be checked after the paint. Done when it returns, but for the first time: then
   * when it resolves, because the rules may be on their way.
   */
  now(): Promise<void> {
    return this.#cancel || !this.done ? this.finish() : Promise.resolve();
  }

  /** Checks whatever there is to check, as `now` does. */
  finish(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    if (!this.#checker) return (this.#loading ??= this.#load());
    this.#result = this.#checker.check(this.#workbook());
    return Promise.resolve();
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
