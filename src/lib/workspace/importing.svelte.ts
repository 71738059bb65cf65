import type { ImportResult } from '#lib/importers/import.ts';
import { importInWorker } from '#lib/importers/in-worker.ts';
import type { Pasted } from '#lib/importers/pasted.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import type { StoreResult } from './store-result.ts';

/** How many files are read at a time: each takes a processor and its own memory. */
const AT_ONCE = 2;

/** A file that was moved or deleted after it was chosen, or lies on a disk that was pulled out. */
const UNREADABLE = { ok: false, sentence: '浏览器没能读取这个文件，请重新选择。' } as const;

/** One file or paste on its way in. Nothing of it is stored until the user says so. */
export class ImportJob {
  /** The name of the file; 粘贴的内容 for a paste. */
  readonly name: string;
  readonly source: File | Pasted;
  #storedAs: string | null = null;
  readonly #abort = new AbortController();
  #reading = $state(false);
  #result = $state.raw<ImportResult | null>(null);

  constructor(source: File | Pasted) {
    this.source = source;
    this.name = source instanceof File ? source.name : '粘贴的内容';
  }

  /** Whether it is being read; where it is not and has no result, it waits for its turn. */
  get reading(): boolean {
    return this.#reading;
  }

  /** Null until it has been read. */
  get result(): ImportResult | null {
    return this.#result;
  }

  /** What was read; null while it is not, and where the file was refused. */
  get workbook(): Workbook | null {
    return this.#result?.ok ? this.#result.workbook : null;
  }

  /** Reads it; resolves with the result, or when cancelled. */
  async read(): Promise<void> {
    this.#reading = true;
    try {
      this.#result = await importInWorker(this.source, this.#abort.signal);
    } catch {
      if (!this.#abort.signal.aborted) this.#result = { ...UNREADABLE, reason: 'damaged' };
    } finally {
      this.#reading = false;
    }
  }

  cancel(): void {
    this.#abort.abort();
  }

  /** Stores what was read as a workbook of its own, once, however often it is asked. */
  async store(cabinet: Cabinet): Promise<StoreResult> {
    if (this.#storedAs !== null) return { ok: true, id: this.#storedAs };
    if (this.workbook === null) throw new Error(`nothing was read of ${this.name}`);
    const stored = await cabinet.add(this.workbook, '导入');
    if (stored.ok) this.#storedAs = stored.id;
    return stored;
  }
}

/** Files and pastes on their way in, read two at a time; one that fails never stops the others. */
export class ImportQueue {
  #jobs = $state.raw<readonly ImportJob[]>([]);

  constructor(sources: readonly (File | Pasted)[]) {
    this.add(sources);
  }

  get jobs(): readonly ImportJob[] {
    return this.#jobs;
  }

  /** Those that have not been read yet. */
  readonly pending: readonly ImportJob[] = $derived.by(() =>
    this.#jobs.filter(({ result }) => result === null)
  );

  /** Those that were read and can be stored. */
  readonly ready: readonly ImportJob[] = $derived.by(() =>
    this.#jobs.filter(({ workbook }) => workbook !== null)
  );

  add(sources: readonly (File | Pasted)[]): void {
    this.#jobs = [...this.#jobs, ...sources.map((source) => new ImportJob(source))];
    this.#readNext();
  }

  /** Cancels jobs and takes them off the list. */
  remove(jobs: readonly ImportJob[]): void {
    for (const job of jobs) job.cancel();
    this.#jobs = this.#jobs.filter((job) => !jobs.includes(job));
  }

  #readNext(): void {
    const free = AT_ONCE - this.#jobs.filter(({ reading }) => reading).length;
    const waiting = this.#jobs.filter(({ reading, result }) => !reading && result === null);
    for (const job of waiting.slice(0, Math.max(0, free))) {
      void job.read().then(() => this.#readNext());
    }
  }
}
