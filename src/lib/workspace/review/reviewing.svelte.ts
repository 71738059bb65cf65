import { addStep, readReview, watchReview, type Snapshot } from '#lib/document/review-list.ts';
import { orderAfter } from '#lib/model/comment.ts';
import { newId } from '#lib/model/ids.ts';
import {
  isLocked,
  lastSubmission,
  stepsOpenTo,
  type Review,
  type ReviewRights,
  type ReviewState,
  type ReviewStep,
  type StepKind
} from '#lib/model/review.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { StoredWorkbook } from '../documents.ts';
import { snapshotNow, workbookAt, workbookIn } from './snapshots.ts';

export type { ReviewState, ReviewStep, StepKind };

/**
 * What came of a step: `closed` where it is not open to the person any more, `unreadable` where nothing could
 * ever be compared with what was approved, as after a foreign hand.
 */
export type StepResult = 'taken' | 'closed' | 'too-large' | 'unreadable';

/** What reviewing goes by: where, who, and what the role lets them do at the time. */
export interface ReviewingHands {
  readonly stored: StoredWorkbook;
  readonly rights: () => ReviewRights;
}

/** The review of an open workbook: 提交审核, 撤回提交, 退回修改, 审定, 解除锁定. */
export class Reviewing {
  readonly #hands: ReviewingHands;
  readonly #end: () => void;
  #review = $state.raw<Review>() as Review;

  constructor(hands: ReviewingHands) {
    this.#hands = hands;
    const { doc } = hands.stored.comments;
    const read = () => (this.#review = readReview(doc));
    read();
    this.#end = watchReview(doc, read);
  }

  get review(): Review {
    return this.#review;
  }

  get state(): ReviewState {
    return this.#review.state;
  }

  /** Whether the workbook is held to what was approved. */
  get locked(): boolean {
    return isLocked(this.#review);
  }

  /** The steps that are open to this person, the most usual first. */
  get open(): readonly StepKind[] {
    return stepsOpenTo(this.#review, this.#hands.rights());
  }

  /** Takes a step, signed with the name of the profile, with what is said with it. */
  async take(kind: StepKind, note: string): Promise<StepResult> {
    if (!this.open.includes(kind)) return 'closed';
    const keeps = kind === 'submitted' || kind === 'approved';
    const snapshot = keeps ? await snapshotNow(this.#hands.stored) : null;
    if (kind === 'approved') {
      if (snapshot === null) return 'too-large';
      if ((await workbookIn(snapshot)) === null) return 'unreadable';
    }
    if (!this.open.includes(kind)) return 'closed';
    this.note(kind, { note: note.trim(), snapshot });
    return 'taken';
  }

  /** Writes down a step that has been decided on. */
  note(
    kind: StepKind,
    {
      note = '',
      late = [],
      snapshot = null
    }: {
      readonly note?: string;
      readonly late?: readonly string[];
      readonly snapshot?: Snapshot | null;
    }
  ): void {
    const { stored } = this.#hands;
    const now = new Date();
    const order = orderAfter(this.#review.steps, now.getTime());
    const by = stored.document.author;
    const step = { id: newId(), kind, order, by, at: now.toISOString(), note, late };
    addStep(stored.comments.doc, step, snapshot);
  }

  /** The workbook as it was submitted last; null where nobody knows any more. */
  async submitted(): Promise<Workbook | null> {
    const step = lastSubmission(this.#review);
    return step && workbookAt(this.#hands.stored, step.id);
  }

  /** The workbook as it was approved; null while it is not locked, or where that cannot be read. */
  async approved(): Promise<Workbook | null> {
    const { approval } = this.#review;
    return approval && workbookAt(this.#hands.stored, approval.id);
  }

  /** Stops listening to the comments. */
  close(): void {
    this.#end();
  }
}
