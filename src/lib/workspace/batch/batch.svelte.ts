import type { BatchEntry } from '#lib/exporters/batch/batch-overviews.ts';
import type { Pasted } from '#lib/importers/pasted.ts';
import type { CheckedPaper } from '#lib/model/checked-paper.ts';
import type { Language } from '#lib/model/language.ts';
import { SEVERITIES, type Counts } from '#lib/model/problem.ts';
import { addTallies, type TallyLine } from '#lib/model/problem-tally.ts';
import { BatchPaper } from './batch-paper.svelte.ts';
import { FAILED } from './lane.ts';
import { inLanes } from './lanes.ts';

export { BatchPaper, type CheckedPaper, type TallyLine };

/** How many files are taken at once: more belong to more than one review. */
export const MOST_PAPERS = 500;

/** Many papers that are checked two at a time; one that fails never stops the others. */
export class Batch {
  /** What problems are told in. */
  readonly language: Language;
  #papers = $state.raw<readonly BatchPaper[]>([]);
  #leftOut = $state(0);
  #abort = $state.raw<AbortController | null>(null);

  constructor(sources: readonly (File | Pasted)[], language: Language) {
    this.language = language;
    this.add(sources);
  }

  get papers(): readonly BatchPaper[] {
    return this.#papers;
  }

  /** How many files were too many. */
  get leftOut(): number {
    return this.#leftOut;
  }

  get running(): boolean {
    return this.#abort !== null;
  }

  readonly checked: readonly CheckedPaper[] = $derived.by(() =>
    this.#papers.flatMap(({ paper }) => paper ?? [])
  );

  /** Those with errors. */
  readonly faulty: readonly BatchPaper[] = $derived.by(() =>
    this.#papers.filter(({ paper }) => paper !== null && paper.counts.error > 0)
  );

  readonly refused: number = $derived.by(
    () => this.#papers.filter(({ refusal }) => refusal !== null).length
  );

  readonly pending: number = $derived.by(() => this.#papers.filter(({ done }) => !done).length);

  /** The sums over all papers that have been checked. */
  readonly totals: { projects: number; unplaced: number; counts: Counts } = $derived.by(() => {
    const sum = (count: (paper: CheckedPaper) => number) =>
      this.checked.reduce((total, paper) => total + count(paper), 0);
    const [error, warning, info] = SEVERITIES.map((one) => sum(({ counts }) => counts[one]));
    return {
      projects: sum(({ projects }) => projects),
      unplaced: sum(({ unplaced }) => unplaced),
      counts: { error: error!, warning: warning!, info: info! }
    };
  });

  /** The rules that spoke, the gravest and most frequent first. */
  readonly frequent: readonly TallyLine[] = $derived.by(() =>
    addTallies(this.checked.map(({ tally }) => tally))
  );

  /** Takes more papers, as far as there is room, and checks them too. */
  add(sources: readonly (File | Pasted)[]): void {
    const taken = sources.slice(0, MOST_PAPERS - this.#papers.length);
    this.#leftOut += sources.length - taken.length;
    this.#papers = [...this.#papers, ...taken.map((source) => new BatchPaper(source))];
    if (taken.length > 0) this.start();
  }

  /** Takes papers off the table. */
  remove(papers: readonly BatchPaper[]): void {
    this.#papers = this.#papers.filter((one) => !papers.includes(one));
  }

  /** Checks what has not been checked yet. */
  start(): void {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const next = () => this.#papers.find(({ done, checking }) => !done && !checking);
    void inLanes(
      next,
      async (paper, lane) => {
        paper.checking = true;
        try {
          const answer = await lane.ask('check', paper, signal);
          if (!answer.ok) paper.refusal = answer.sentence;
          else if ('paper' in answer) paper.ofFile = answer.paper;
        } catch (error) {
          if (signal.aborted) throw error;
          // No Worker came of it; left undone, the paper would be taken up again without end.
          paper.refusal = FAILED.sentence;
        } finally {
          paper.checking = false;
        }
      },
      this.language,
      signal
    )
      // The only way out before the end is that it was stopped.
      .catch(() => undefined)
      .then(() => {
        this.#abort = null;
        if (!signal.aborted && next()) this.start();
      });
  }

  /** Stops; what was checked stays, and `start` goes on with the rest. */
  stop(): void {
    this.#abort?.abort();
  }

  /** The table as it is exported. */
  get entries(): readonly BatchEntry[] {
    return this.#papers.map((one) => ({ file: one.name, paper: one.paper, state: stateOf(one) }));
  }
}

function stateOf({ paper, refusal, changed }: BatchPaper): string {
  if (paper) return changed ? '已检查，按文件柜中修改后的内容' : '已检查';
  return refusal ?? '未检查';
}
