import { authorsAside, holdingEdit } from '#lib/document/holding.ts';
import { hasReached, snapshotOf } from '#lib/document/review-list.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { StoredWorkbook } from '../documents.ts';
import type { Editing } from '../editing.svelte.ts';
import type { Reviewing } from './reviewing.svelte.ts';
import { workbookAt } from './snapshots.ts';

/** What came in together is looked at together, after this pause in milliseconds. */
const BRIEF_PAUSE = 200;

/** The device whose own edits are late puts them aside after this, others only if it has not: milliseconds. */
const OWN_PAUSE = 1000;
const PAUSE = 2000;

/** Two devices shall seldom do it at once: up to so much longer, in milliseconds. */
const JITTER = 3000;

/** One device tries so often in ten minutes: a program that ignores the lock shall not fill the log. */
const MOST_TRIES = 10;
const TRIES_WITHIN = 10 * 60 * 1000;

/** What holding goes by, and what the role lets this device do at the time. */
export interface HoldingHands {
  readonly stored: StoredWorkbook;
  readonly reviewing: Reviewing;
  readonly editing: Editing;
  /** Whether late edits are put aside here: by whoever may edit, and is not deciding on some just now. */
  readonly acts: () => boolean;
}

/**
 * Holds a locked workbook to what was approved. Merging refuses nothing that a colleague wrote before they
 * knew of the lock, nor what comes by a package: it is put aside, and waits in 迟到修改.
 */
export class Holding {
  readonly #hands: HoldingHands;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #acting: ReturnType<typeof setTimeout> | undefined;
  #approved: { readonly step: string; readonly workbook: Workbook | null } | null = null;
  #tries: number[] = [];
  #closed = false;
  #differs = $state(false);

  constructor(hands: HoldingHands) {
    this.#hands = hands;
    this.look();
  }

  /** Whether a locked workbook is not what was approved, for the moment or because it cannot be held to it. */
  get differs(): boolean {
    return this.#differs;
  }

  /** Compares soon with what was approved, as after every change of the workbook or its review. */
  look(): void {
    if (!this.#closed) this.#looking ??= setTimeout(() => void this.#compare(), BRIEF_PAUSE);
  }

  /** Compares no more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#looking);
    clearTimeout(this.#acting);
  }

  async #compare(): Promise<void> {
    this.#looking = undefined;
    const edit = await this.#edit();
    this.#differs = edit !== null;
    if (!edit || this.#closed) return;
    const { document } = this.#hands.stored;
    const authors = authorsAside(document.memory, document.entries, edit);
    const mine = authors.some(({ id }) => id === document.author.id);
    const pause = Math.max(this.#rest(), mine ? OWN_PAUSE : PAUSE + Math.random() * JITTER);
    this.#acting ??= setTimeout(() => void this.#setAside(), pause);
  }

  async #setAside(): Promise<void> {
    this.#acting = undefined;
    const edit = await this.#edit();
    const { approval } = this.#hands.reviewing.review;
    if (!edit || !approval || !this.#hands.acts()) return;
    if (this.#rest() === 0) {
      this.#tries.push(Date.now());
      this.#hands.editing.setAside(edit, approval.id);
    }
    this.look();
  }

  /** Milliseconds until one may try again. */
  #rest(): number {
    const now = Date.now();
    this.#tries = this.#tries.filter((at) => now - at < TRIES_WITHIN);
    return this.#tries.length < MOST_TRIES ? 0 : this.#tries[0]! + TRIES_WITHIN - now;
  }

  /** What would hold the workbook to what was approved; null where nothing differs, or nobody knows. */
  async #edit(): Promise<Edit | null> {
    const { stored, reviewing } = this.#hands;
    const step = reviewing.review.approval?.id;
    if (step === undefined) return null;
    if (this.#approved?.step !== step) {
      const workbook = await workbookAt(stored, step);
      // What belongs to the step may come after it.
      if (workbook) this.#approved = { step, workbook };
    }
    const snapshot = snapshotOf(stored.comments.doc, step);
    const workbook = this.#approved?.step === step ? this.#approved.workbook : null;
    if (this.#closed || reviewing.review.approval?.id !== step || !snapshot || !workbook)
      return null;
    // What others wrote before the approval may still be on its way here.
    return hasReached(stored.sheets.doc, snapshot)
      ? holdingEdit(stored.document.memory, workbook)
      : null;
  }
}
