import type { ImportResult } from '#lib/importers/import.ts';
import { importInWorker } from '#lib/importers/in-worker.ts';

/** A file that was moved or deleted after it was chosen, or lies on a disk that was pulled out. */
const UNREADABLE = { ok: false, sentence: '浏览器没能读取这个文件，请重新选择。' } as const;

/** One file or paste on its way in. Nothing of it is stored until the user says so. */
export class ImportJob {
  /** The name of the file; 粘贴的内容 for a paste. */
  readonly name: string;
  readonly #abort = new AbortController();
  #result = $state.raw<ImportResult | null>(null);

  constructor(source: File | string) {
    this.name = typeof source === 'string' ? '粘贴的内容' : source.name;
    void this.#run(source);
  }

  /** Null while it is being read. */
  get result(): ImportResult | null {
    return this.#result;
  }

  cancel(): void {
    this.#abort.abort();
  }

  async #run(source: File | string): Promise<void> {
    try {
      this.#result = await importInWorker(source, this.#abort.signal);
    } catch (error) {
      if (!this.#abort.signal.aborted) this.#result = { ...UNREADABLE, reason: 'damaged' };
      else if (error !== this.#abort.signal.reason) throw error;
    }
  }
}
