import { problemKey, type Problem } from '#lib/model/problem.ts';
import type { Waiver, Workbook } from '#lib/model/workbook.ts';
import type { Checking } from './checking.svelte.ts';
import type { Editing } from './editing.svelte.ts';
import type { Profile } from './profile.svelte.ts';
import { formerWaiver, waivingEdit, withdrawalEdit, type WaiverEdit } from './waivers.ts';

const UNSIGNED = '未署名';

/** What waiving goes by: who does it, where, and whether it is allowed at the time. */
export interface WaivingHands {
  readonly workbook: () => Workbook;
  readonly editing: Editing;
  readonly checking: Checking;
  readonly profile: Profile;
  readonly allowed: () => boolean;
}

/** Accepting the problems of an open workbook, and taking that back, as far as the role allows. */
export class Waiving {
  readonly #hands: WaivingHands;

  constructor(hands: WaivingHands) {
    this.#hands = hands;
  }

  /** Whether problems can be waived: by whoever may edit, and by whoever may comment. */
  get allowed(): boolean {
    return this.#hands.allowed();
  }

  /**
   * Accepts a problem, signed with the name of the profile. False where it is not there any more as
   * it was shown: what a colleague has written meanwhile, nobody has accepted.
   */
  waive(problem: Problem, reason: string): boolean {
    const { workbook, checking, profile } = this.#hands;
    if (!this.allowed) return false;
    void checking.now();
    const key = problemKey(problem);
    const shown = checking.problems.find(
      (found) => problemKey(found) === key && found.message === problem.message
    );
    if (!shown || shown.waived !== undefined) return false;
    const by = profile.name || UNSIGNED;
    const at = new Date().toISOString();
    return this.#write(waivingEdit(workbook(), shown, { reason: reason.trim(), by, at }));
  }

  /**
   * Takes a waiver back, with those that accept the same: whoever may edit takes those of colleagues
   * back too, others their own alone. False where there is none to take back.
   */
  withdraw(id: string): boolean {
    const { problems } = this.#hands.checking;
    const title = problems.find(({ waived }) => waived === id)?.title ?? '';
    return this.#write(withdrawalEdit(this.#hands.workbook(), id, title, this.#mayWithdraw));
  }

  /** Whether a problem is accepted by something that may be taken back here. */
  withdrawable({ waived }: Problem): boolean {
    if (waived === undefined) return false;
    return withdrawalEdit(this.#hands.workbook(), waived, '', this.#mayWithdraw) !== null;
  }

  /** The waiver that a problem had before what it is about was changed; null where it had none. */
  former(problem: Problem): Waiver | null {
    const { workbook, checking } = this.#hands;
    return formerWaiver(workbook(), problem, checking.waiversInForce);
  }

  /** A person is known by the name they sign with, also on their other devices. */
  #mayWithdraw = ({ by }: Waiver): boolean => {
    const { editing, profile } = this.#hands;
    return editing.allowed || (this.allowed && by === profile.name && by !== UNSIGNED);
  };

  /** Who may only comment leaves no note in the log, and has nothing to undo. */
  #write(edit: WaiverEdit | null): boolean {
    const { editing } = this.#hands;
    if (edit === null) return false;
    if (editing.allowed) return editing.edit(edit);
    editing.annotate(edit.changes);
    return true;
  }
}
