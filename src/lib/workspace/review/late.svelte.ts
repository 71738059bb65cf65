import type { WorkbookDocument } from '#lib/document/document.ts';
import { adoptingEdit } from '#lib/document/late-adopting.ts';
import { lateEdits, type LateEdit } from '#lib/document/late-edits.ts';
import { watchEntries, type LogEntry } from '#lib/document/log.ts';
import { MOST_DECIDED } from '#lib/model/review-schema.ts';
import { decisionOn, type ReviewStep } from '#lib/model/review.ts';
import type { StoredWorkbook } from '../documents.ts';
import type { Editing } from '../editing.svelte.ts';
import type { Reviewing } from './reviewing.svelte.ts';
import { snapshotNow } from './snapshots.ts';

export type { LateEdit };

/** What deciding on late edits goes by, and whether the role lets one at the time. */
export interface LateHands {
  readonly stored: StoredWorkbook;
  readonly reviewing: Reviewing;
  readonly editing: Editing;
  readonly mayDecide: () => boolean;
}

/** A late edit that somebody has decided on. */
export interface Decided {
  readonly late: LateEdit;
  readonly decision: ReviewStep;
}

/** 迟到修改: what came after an approval, and what was decided on it. */
export class Late {
  readonly #hands: LateHands;
  readonly #ends: readonly (() => void)[];
  #deciding = $state(0);
  #all = $state.raw<readonly LateEdit[]>([]);

  constructor(hands: LateHands) {
    this.#hands = hands;
    const { document, log } = hands.stored;
    let holds = document.entries.some(isLate);
    const read = () => (this.#all = lateEdits(document.entries, document.conflicts));
    if (holds) read();
    const onEntries = (come: readonly LogEntry[]) => {
      holds ||= come.some(isLate);
      if (holds) read();
    };
    const again = () => {
      if (this.#all.length > 0) read();
    };
    this.#ends = [watchEntries(log.doc, onEntries), document.subscribe(again)];
  }

  /** Those that nobody has decided on, oldest first. */
  readonly open: readonly LateEdit[] = $derived.by(() =>
    this.#all.filter(({ id }) => decisionOn(this.#hands.reviewing.review, id) === null)
  );

  readonly decided: readonly Decided[] = $derived.by(() =>
    this.#all.flatMap((late) => {
      const decision = decisionOn(this.#hands.reviewing.review, late.id);
      return decision ? [{ late, decision }] : [];
    })
  );

  /** How many of the open ones were written on this device. */
  readonly own: number = $derived.by(() => {
    const { id } = this.#hands.stored.document.author;
    return this.open.filter(({ deed }) => deed?.by.id === id).length;
  });

  /** What late edits are told from. */
  get document(): Pick<WorkbookDocument, 'memory' | 'shown'> {
    return this.#hands.stored.document;
  }

  /** Whether one may decide on late edits. */
  get decidable(): boolean {
    return this.#hands.mayDecide();
  }

  /** Whether something is being adopted: until it is approved, it is no late edit again. */
  get deciding(): boolean {
    return this.#deciding > 0;
  }

  /**
   * 采用: writes what came late; of a locked workbook that is what is approved from then on. Decides on some
   * where they are very many. False where one may not.
   */
  async adopt(lates: readonly LateEdit[]): Promise<boolean> {
    const { stored, reviewing, editing } = this.#hands;
    const some = lates.slice(0, MOST_DECIDED);
    if (!this.decidable || some.length === 0) return false;
    this.#deciding += 1;
    try {
      if (!editing.decide(adoptingEdit(stored.document.memory, some))) return false;
      const snapshot = reviewing.locked ? await snapshotNow(stored) : null;
      reviewing.note('adopted', { late: some.map(({ id }) => id), snapshot });
    } finally {
      this.#deciding -= 1;
    }
    return true;
  }

  /** 不采用: leaves what stands there. False where one may not. */
  decline(lates: readonly LateEdit[]): boolean {
    const { reviewing, editing } = this.#hands;
    const some = lates.slice(0, MOST_DECIDED);
    if (!this.decidable || some.length === 0) return false;
    const settling = some.flatMap(({ late }) => late.filter((change) => change.do === 'settle'));
    if (settling.length > 0) {
      editing.decide({ label: `不采用 ${some.length} 处迟到修改`, changes: settling });
    }
    reviewing.note('declined', { late: some.map(({ id }) => id) });
    return true;
  }

  /** Stops listening to the log. */
  close(): void {
    for (const end of this.#ends) end();
  }
}

/** Whether an entry of the log has put something aside. */
function isLate({ kind }: LogEntry): boolean {
  return kind === 'late';
}
