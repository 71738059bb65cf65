import { describe, expect, it } from 'vitest';
import { readReviewStep } from '#lib/model/review-schema.ts';
import {
  decisionOn,
  lastSubmission,
  reviewOf,
  stepsOpenTo,
  type ReviewStep,
  type StepKind
} from '#lib/model/review.ts';

const NOON = Date.parse('2026-11-05T04:00:00.000Z');

function step(kind: StepKind, minutes: number, given: Partial<ReviewStep> = {}): ReviewStep {
  const order = NOON + minutes * 60_000;
  return {
    id: `${kind}${minutes}`,
    kind,
    order,
    by: { id: 'wang', name: '王芳' },
    at: new Date(order).toISOString(),
    note: '',
    late: [],
    ...given
  };
}

const EDITOR = { comment: true, edit: true };
const COMMENTER = { comment: true, edit: false };
const VIEWER = { comment: false, edit: false };

describe('the review of a workbook', () => {
  it('stands as its last step says, in whatever order the steps came', () => {
    const steps = [step('returned', 2), step('submitted', 1), step('submitted', 3)];
    expect(reviewOf([]).state).toBe('unsubmitted');
    expect(reviewOf(steps.slice(0, 2)).state).toBe('returned');
    expect(reviewOf(steps).state).toBe('submitted');
    expect(reviewOf(steps).steps.map(({ id }) => id)).toEqual([
      'submitted1',
      'returned2',
      'submitted3'
    ]);
    expect(lastSubmission(reviewOf(steps))?.id).toBe('submitted3');
  });

  it('orders steps of the same moment alike on every device', () => {
    const [one, other] = [step('submitted', 1, { id: 'a' }), step('returned', 1, { id: 'b' })];
    expect(reviewOf([one, other])).toEqual(reviewOf([other, one]));
    expect(reviewOf([other, one]).state).toBe('returned');
  });

  it('is unlocked by 解除锁定 alone, not by who submits, withdraws or returns without knowing', () => {
    const locked = [step('submitted', 1), step('approved', 2)];
    for (const kind of ['submitted', 'withdrawn', 'returned'] as const) {
      const review = reviewOf([...locked, step(kind, 3)]);
      expect(review).toMatchObject({ state: 'approved', approval: { id: 'approved2' } });
      expect(review.steps).toHaveLength(3);
    }
    const unlocked = reviewOf([...locked, step('unlocked', 4)]);
    expect(unlocked).toMatchObject({ state: 'unlocked', approval: null });
  });

  it('keeps a return that somebody who withdraws did not know of', () => {
    const steps = [step('submitted', 1), step('returned', 2), step('withdrawn', 3)];
    expect(reviewOf(steps)).toMatchObject({ state: 'returned', decisive: { id: 'returned2' } });
  });

  it('holds a locked workbook to what was adopted last, and stays approved', () => {
    const steps = [step('approved', 1), step('adopted', 2, { late: ['x'] }), step('declined', 3)];
    expect(reviewOf(steps)).toMatchObject({
      state: 'approved',
      decisive: { id: 'approved1' },
      approval: { id: 'adopted2' }
    });
    const unlocked = reviewOf([step('approved', 1), step('unlocked', 2), step('adopted', 3)]);
    expect(unlocked.approval).toBeNull();
  });

  it('says of a late edit that it was adopted where one adopts it and another does not', () => {
    const steps = [step('adopted', 1, { late: ['x'] }), step('declined', 2, { late: ['x', 'y'] })];
    const review = reviewOf(steps);
    expect(decisionOn(review, 'x')?.kind).toBe('adopted');
    expect(decisionOn(review, 'y')?.kind).toBe('declined');
    expect(decisionOn(review, 'z')).toBeNull();
  });

  it('lets writers submit, withdraw and unlock, reviewers return and approve, viewers nothing', () => {
    const submitted = reviewOf([step('submitted', 1)]);
    const approved = reviewOf([step('submitted', 1), step('approved', 2)]);
    expect(stepsOpenTo(reviewOf([]), EDITOR)).toEqual(['submitted']);
    expect(stepsOpenTo(submitted, EDITOR)).toEqual(['approved', 'returned', 'withdrawn']);
    expect(stepsOpenTo(approved, EDITOR)).toEqual(['unlocked']);
    expect(stepsOpenTo(reviewOf([]), COMMENTER)).toEqual([]);
    expect(stepsOpenTo(submitted, COMMENTER)).toEqual(['approved', 'returned']);
    expect(stepsOpenTo(approved, COMMENTER)).toEqual([]);
    expect(stepsOpenTo(submitted, VIEWER)).toEqual([]);
  });
});

describe('a step from a foreign hand', () => {
  it('is read as it was written', () => {
    const written = step('returned', 1, { note: '预算数与说明不一致' });
    expect(readReviewStep(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  it.each([
    ['is none at all', null],
    ['is of a later version', { ...step('submitted', 1), kind: 'countersigned' }],
    ['has no time', { ...step('submitted', 1), at: '昨天' }],
    ['has no order', { ...step('submitted', 1), order: Number.POSITIVE_INFINITY }],
    ['is named like a property of an object', { ...step('submitted', 1), id: '__proto__' }],
    ['has an opinion without end', { ...step('returned', 1), note: '改'.repeat(2001) }],
    ['decides on what is no text', { ...step('adopted', 1), late: [1] }],
    ['is by nobody', { ...step('submitted', 1), by: '王芳' }]
  ])('is ignored where it %s', (_, data) => {
    expect(readReviewStep(data)).toBeNull();
  });
});
