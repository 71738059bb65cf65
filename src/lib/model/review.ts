import type { Author } from './author.ts';

/** The longest opinion that goes with a step, in UTF-16 units, as a text field counts them. */
export const LONGEST_OPINION = 2000;

/**
 * What somebody did in the review of a workbook: 提交审核, 撤回提交, 退回修改, 审定, 解除锁定, and the
 * decisions on late edits: 采用, 不采用.
 */
export type StepKind =
  'submitted' | 'withdrawn' | 'returned' | 'approved' | 'unlocked' | 'adopted' | 'declined';

/** One step of the review. Written once and never changed. */
export interface ReviewStep {
  readonly id: string;
  readonly kind: StepKind;
  /**
   * Milliseconds by which the steps are ordered: the time of the step, but later than every step that its
   * author saw. A clock that is wrong by a year puts no return before its submission.
   */
  readonly order: number;
  readonly by: Author;
  /** When it was done by the clock of its author, ISO 8601. */
  readonly at: string;
  /** The overall opinion, or what is to be said with the step; may be empty. */
  readonly note: string;
  /** The ids of the late edits that are decided on; empty for other steps. */
  readonly late: readonly string[];
}

/** How a review stands: what its last step that counts was. */
export type ReviewState =
  'unsubmitted' | 'submitted' | 'withdrawn' | 'returned' | 'approved' | 'unlocked';

/** The review of a workbook. */
export interface Review {
  /** All steps, in order. */
  readonly steps: readonly ReviewStep[];
  readonly state: ReviewState;
  /** The step that the state comes from; null before the first. */
  readonly decisive: ReviewStep | null;
  /** The step with the content that a locked workbook holds to; null while it is not locked. */
  readonly approval: ReviewStep | null;
}

/** What a person may do to a workbook. */
export interface ReviewRights {
  readonly comment: boolean;
  readonly edit: boolean;
}

const UNLOCKED: readonly ReviewState[] = [
  'unsubmitted',
  'submitted',
  'withdrawn',
  'returned',
  'unlocked'
];

/**
 * The states in which a step counts. Whoever submits or returns without knowing that the workbook has been
 * approved does not unlock it, and whoever withdraws without knowing of a return does not hide it.
 */
const COUNTS_IN: Readonly<Record<Exclude<StepKind, Decision>, readonly ReviewState[]>> = {
  submitted: UNLOCKED,
  withdrawn: ['submitted'],
  returned: UNLOCKED,
  approved: [...UNLOCKED, 'approved'],
  unlocked: ['approved']
};

type Decision = 'adopted' | 'declined';

/** The steps that are offered in a state, and whether one must be allowed to edit for them. */
const OFFERED: Readonly<Record<ReviewState, readonly (readonly [StepKind, keyof ReviewRights])[]>> =
  {
    unsubmitted: [['submitted', 'edit']],
    withdrawn: [['submitted', 'edit']],
    returned: [['submitted', 'edit']],
    unlocked: [['submitted', 'edit']],
    submitted: [
      ['approved', 'comment'],
      ['returned', 'comment'],
      ['withdrawn', 'edit']
    ],
    approved: [['unlocked', 'edit']]
  };

/** Puts a review together from its steps in whatever order they came. */
export function reviewOf(steps: readonly ReviewStep[]): Review {
  const ordered = [...steps].sort(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
  const start: Review = { steps: ordered, state: 'unsubmitted', decisive: null, approval: null };
  return ordered.reduce(withStep, start);
}

/** Whether a review holds the workbook to what was approved. */
export function isLocked({ state }: Review): boolean {
  return state === 'approved';
}

/** The steps that a person may take now, the most usual first. Decisions on late edits are not among them. */
export function stepsOpenTo({ state }: Review, rights: ReviewRights): readonly StepKind[] {
  return OFFERED[state].flatMap(([kind, right]) => (rights[right] ? [kind] : []));
}

/** The last submission; null before the first. */
export function lastSubmission({ steps }: Review): ReviewStep | null {
  return steps.findLast(({ kind }) => kind === 'submitted') ?? null;
}

/** What has been decided on a late edit: adopted as soon as anybody has adopted it; null while it is open. */
export function decisionOn({ steps }: Review, late: string): ReviewStep | null {
  const decisions = steps.filter((step) => isDecision(step.kind) && step.late.includes(late));
  return decisions.find(({ kind }) => kind === 'adopted') ?? decisions.at(-1) ?? null;
}

function withStep(review: Review, step: ReviewStep): Review {
  const { kind } = step;
  if (isDecision(kind)) {
    const adopts = kind === 'adopted' && isLocked(review);
    return adopts ? { ...review, approval: step } : review;
  }
  if (!COUNTS_IN[kind].includes(review.state)) return review;
  return { ...review, state: kind, decisive: step, approval: kind === 'approved' ? step : null };
}

function isDecision(kind: StepKind): kind is Decision {
  return kind === 'adopted' || kind === 'declined';
}
