import type { Catalogue, CatalogueEntry } from '#lib/storage/catalogue.ts';

/** The catalogue is told of changes at most so often, in milliseconds. */
const PAUSE = 800;

/** Keeps what the 文件柜 shows of an open workbook in step with it. */
export class Listing {
  readonly #catalogue: Catalogue;
  readonly #id: string;
  readonly #changes: () => Partial<CatalogueEntry> | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = 0;
  #failed = $state(false);

  /** `changes` says what the entry should hold; null while nobody knows. */
  constructor(catalogue: Catalogue, id: string, changes: () => Partial<CatalogueEntry> | null) {
    this.#catalogue = catalogue;
    this.#id = id;
    this.#changes = changes;
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
  }

  /** Takes over at once what was told. */
  async close(): Promise<void> {
    await this.#write();
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#written = Date.now();
    const changes = this.#changes();
    if (changes === null) return;
    try {
      await this.#catalogue.update(this.#id, changes);
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
  }
}
