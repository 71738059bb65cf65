import type { CountedWorkbook } from '#lib/model/summary/counted-workbook.ts';
import { SUMMARY_VERSION, type WorkbookSummary } from '#lib/model/summary/summary.ts';
import { readSummary } from '#lib/model/summary/summary-text.ts';
import type { CatalogueEntry, StoredSummary } from '#lib/storage/catalogue.ts';
import type { Cabinet } from '../cabinet.svelte.ts';
import { isToldOtherwise, ruleTitles, withTitles, type RuleTitles } from './rule-titles.ts';

/** Loaded where something is to be counted again: mostly there is nothing. */
const recounting = () => import('./recounting.ts');

/** Milliseconds until a workbook without figures is counted: one that was just stored has them by then. */
const SOON = 500;

/** The same where the figures are out of date: a window that has it open counts it itself before that. */
const AT_REST = 5000;

/** What 汇总 shows: the workbooks in use on this device, as they were counted when they were last at rest. */
export class DeviceSummary {
  readonly #cabinet: Cabinet;
  #stored = $state.raw<ReadonlyMap<string, StoredSummary> | null>(null);
  #failed = $state(false);
  /** Workbooks that could not be counted, by their id, as their entries stood then. */
  #unread = $state.raw<ReadonlyMap<string, CatalogueEntry>>(new Map());
  /** The titles in the language of the interface, where something was counted in another. */
  #titles = $state.raw<RuleTitles | null>(null);
  /** What was read of the stored texts, which are mostly the same when they come again. */
  readonly #read = new Map<string, { readonly text: string; readonly summary: WorkbookSummary }>();
  /** Whether a round of counting is under way. */
  #counting = false;

  constructor(cabinet: Cabinet) {
    this.#cabinet = cabinet;
  }

  /** The counted workbooks, latest edit first; null until they have been read. */
  readonly workbooks: readonly CountedWorkbook[] | null = $derived.by(() => {
    const stored = this.#stored;
    const { entries } = this.#cabinet;
    if (stored === null || entries === null) return null;
    return entries.flatMap(({ id, title, year }) => {
      const summary = stored.get(id);
      if (summary?.version !== SUMMARY_VERSION) return [];
      const counted = this.#summaryIn(summary);
      return [{ id, title, year, ...(this.#titles ? withTitles(counted, this.#titles) : counted) }];
    });
  });

  /** Workbooks whose figures are missing or out of date, and are counted before long. */
  readonly #waiting: readonly CatalogueEntry[] = $derived.by(() => {
    const stored = this.#stored;
    if (stored === null) return [];
    return (this.#cabinet.entries ?? []).filter((entry) => {
      const isCurrent = this.#isCounted(entry) && stored.get(entry.id)?.editedAt === entry.editedAt;
      return !isCurrent && this.#unread.get(entry.id)?.editedAt !== entry.editedAt;
    });
  });

  /** How many workbooks have no figures yet. */
  readonly missing: number = $derived.by(
    () => this.#waiting.filter((entry) => !this.#isCounted(entry)).length
  );

  /** How many workbooks could not be read, so that their figures are missing or out of date. */
  readonly unread: number = $derived.by(() => {
    const entries = this.#cabinet.entries ?? [];
    return entries.filter(({ id, editedAt }) => this.#unread.get(id)?.editedAt === editedAt).length;
  });

  /** Whether the summaries could not be read. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Follows what is stored until the returned function is called. */
  start(): () => void {
    const leaving = new AbortController();
    const stop = this.#cabinet.catalogue.watchSummaries(
      (stored) => {
        this.#stored = new Map(stored.map((one) => [one.id, one]));
        void this.#tellInOneLanguage(stored);
      },
      () => (this.#failed = true)
    );
    const stopCounting = $effect.root(() => {
      $effect(() => {
        if (this.#waiting.length === 0) return;
        const pause = this.missing > 0 ? SOON : AT_REST;
        const timer = setTimeout(() => void this.#recount(leaving.signal), pause);
        return () => clearTimeout(timer);
      });
    });
    return () => {
      leaving.abort();
      stopCounting();
      stop();
    };
  }

  /** Counts all that wait; those that begin to wait meanwhile too. */
  async #recount(signal: AbortSignal): Promise<void> {
    if (this.#counting) return;
    this.#counting = true;
    // What was counted is still waiting until it has been stored and read again.
    const done = new Map<string, string>();
    const next = () => {
      const entry = this.#waiting.find(({ id, editedAt }) => done.get(id) !== editedAt);
      if (entry) done.set(entry.id, entry.editedAt);
      return entry;
    };
    const onunread = (entry: CatalogueEntry) => {
      this.#unread = new Map(this.#unread).set(entry.id, entry);
    };
    try {
      const { recount } = await recounting();
      await recount(this.#cabinet, next, onunread, signal);
    } catch {
      // The page was left, or the device keeps nothing now; the next visit counts what is missing.
    } finally {
      this.#counting = false;
    }
  }

  async #tellInOneLanguage(stored: readonly StoredSummary[]): Promise<void> {
    const { language } = this.#cabinet.profile;
    const current = stored.filter(({ version }) => version === SUMMARY_VERSION);
    if (!current.some((one) => isToldOtherwise(this.#summaryIn(one), language))) return;
    // Without a network they stay in the language in which they were counted.
    this.#titles ??= await ruleTitles(language).catch(() => null);
  }

  #isCounted({ id }: CatalogueEntry): boolean {
    return this.#stored?.get(id)?.version === SUMMARY_VERSION;
  }

  #summaryIn({ id, text }: StoredSummary): WorkbookSummary {
    const known = this.#read.get(id);
    if (known?.text === text) return known.summary;
    const summary = readSummary(text);
    this.#read.set(id, { text, summary });
    return summary;
  }
}
