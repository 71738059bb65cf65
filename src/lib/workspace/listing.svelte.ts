import type { Catalogue } from '#lib/storage/catalogue.ts';
import { listedOf, type Known } from './catalogue-entry.ts';

/** The catalogue is told of changes at most so often, in milliseconds. */
const PAUSE = 800;

/** 汇总 hears of a workbook once it has been at rest for so many milliseconds: it counts all of it. */
const REST = 3000;

/** Keeps what 文件柜 and 汇总 show of an open workbook in step with it. */
export class Listing {
  readonly #catalogue: Catalogue;
  readonly #id: string;
  readonly #known: () => Known | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** What was counted last. */
  #counted: Pick<Known, 'workbook' | 'problems'> | null = null;
  #written = 0;
  #failed = $state(false);

  /** `known` says what is to be told; null while nobody knows. */
  constructor(catalogue: Catalogue, id: string, known: () => Known | null) {
    this.#catalogue = catalogue;
    this.#id = id;
    this.#known = known;
  }

  /** Whether the last change could not be kept. The next one tries again. */
  get failed(): boolean {
    return this.#failed;
  }

  /**
   * Takes a change over soon, and what is `urgent` at once where nothing was in the last moment: what the
   * 文件柜 would say otherwise is not true any more.
   */
  tell(urgent = false): void {
    if (urgent && Date.now() - this.#written > PAUSE) void this.#write();
    else this.#timer ??= setTimeout(() => void this.#write(), PAUSE);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#count(), REST);
  }

  /** Takes over at once what was told. */
  async close(): Promise<void> {
    clearTimeout(this.#resting);
    await this.#write();
    await this.#count();
  }

  async #count(): Promise<void> {
    const { workbook, problems = null } = this.#known() ?? {};
    if (!workbook || !problems) return;
    if (this.#counted?.workbook === workbook && this.#counted.problems === problems) return;
    this.#counted = { workbook, problems };
    // Where it cannot be fetched, 汇总 counts the workbook itself.
    const counting = await import('./summary/keep-summary.ts').catch(() => null);
    await counting?.keepSummary(this.#catalogue, workbook, problems);
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#written = Date.now();
    const known = this.#known();
    if (known === null) return;
    try {
      await this.#catalogue.update(this.#id, listedOf(known));
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
  }
}
