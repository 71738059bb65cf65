import { watchReview } from '#lib/document/review-list.ts';
import type { ReviewRights } from '#lib/model/review.ts';
import type { StoredWorkbook } from '../documents.ts';
import type { Editing } from '../editing.svelte.ts';
import { Holding } from './holding.svelte.ts';
import { Late } from './late.svelte.ts';
import type { Reviewing } from './reviewing.svelte.ts';
import { SinceSubmission } from './since-submission.svelte.ts';

/** What the review of an open workbook goes by. */
export interface ReviewHands {
  readonly stored: StoredWorkbook;
  readonly steps: Reviewing;
  readonly editing: Editing;
  readonly rights: () => ReviewRights;
  /** Whether the device could read all that it keeps of the workbook. */
  readonly loaded: () => boolean;
}

/** The review of an open workbook: its steps, what has been changed since a submission, 迟到修改. */
export class WorkbookReview {
  readonly steps: Reviewing;
  readonly late: Late;
  readonly since: SinceSubmission;
  readonly #holding: Holding;
  readonly #ends: readonly (() => void)[];

  constructor({ stored, steps, editing, rights, loaded }: ReviewHands) {
    const mayDecide = () => rights().edit;
    this.steps = steps;
    this.late = new Late({ stored, reviewing: steps, editing, mayDecide });
    this.since = new SinceSubmission(steps, () => stored.document.workbook);
    const acts = () => mayDecide() && loaded() && !this.late.deciding;
    this.#holding = new Holding({ stored, reviewing: steps, editing, acts });
    const look = () => {
      this.since.look();
      this.#holding.look();
    };
    this.#ends = [stored.document.subscribe(look), watchReview(stored.comments.doc, look)];
  }

  /** Whether a locked workbook is not what was approved, for the moment or because it cannot be held to it. */
  get differs(): boolean {
    return this.#holding.differs;
  }

  /** Looks at the workbook again with another role. */
  look(): void {
    this.#holding.look();
  }

  /** Lets go of the documents. */
  close(): void {
    for (const end of this.#ends) end();
    for (const part of [this.steps, this.late, this.since, this.#holding]) part.close();
  }
}
