import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addStep, readReview, snapshotOf, watchReview } from '#lib/document/review-list.ts';
import { orderAfter } from '#lib/model/comment.ts';
import type { ReviewStep, StepKind } from '#lib/model/review.ts';

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`reviews by several people: SEED=${seed}`);

const NOON = Date.parse('2026-11-05T04:00:00.000Z');
const YEAR = 366 * 24 * 3_600_000;

interface Person {
  readonly name: string;
  readonly doc: Y.Doc;
  /** What their clock says, in milliseconds. */
  readonly clock: number;
}

function person(name: string, clock = NOON): Person {
  return { name, doc: new Y.Doc(), clock };
}

let steps = 0;

function take({ name, doc, clock }: Person, kind: StepKind, given: Partial<ReviewStep> = {}) {
  const order = orderAfter(readReview(doc).steps, clock);
  const by = { id: name, name };
  const at = new Date(clock).toISOString();
  const step = { id: `s${(steps += 1)}`, kind, order, by, at, note: '', late: [], ...given };
  const bytes = new TextEncoder().encode(step.id);
  const keeps = kind === 'submitted' || kind === 'approved' || kind === 'adopted';
  addStep(doc, step, keeps ? { content: bytes, seen: bytes } : null);
  return step;
}

function exchange(...people: Person[]): void {
  for (const { doc: from } of people) {
    for (const { doc: to } of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'network');
  }
}

const kindsIn = ({ doc }: Person) => readReview(doc).steps.map(({ kind }) => kind);

describe('the review in the comments', () => {
  it('puts no step before one that its author saw, where a clock is wrong by a year', () => {
    const [writer, reviewer] = [person('王芳', NOON + YEAR), person('李明')];
    take(writer, 'submitted');
    exchange(writer, reviewer);
    take(reviewer, 'returned');
    exchange(writer, reviewer);
    take(writer, 'submitted');
    exchange(writer, reviewer);
    take(reviewer, 'approved');
    exchange(writer, reviewer);
    for (const one of [writer, reviewer]) {
      expect(kindsIn(one)).toEqual(['submitted', 'returned', 'submitted', 'approved']);
      expect(readReview(one.doc).state).toBe('approved');
    }
  });

  it('keeps the steps of people who act at once, and stands alike for all of them', () => {
    const clocks = fc.integer({ min: NOON - YEAR, max: NOON + YEAR });
    const kinds = fc.constantFrom<StepKind>(
      'submitted',
      'withdrawn',
      'returned',
      'approved',
      'unlocked',
      'adopted',
      'declined'
    );
    const acts = fc.array(fc.tuple(fc.nat(2), kinds, fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(fc.tuple(clocks, clocks, clocks), acts, (times, list) => {
        const people = times.map((clock, at) => person(`人${at}`, clock));
        for (const [whom, kind, meet] of list) {
          const one = people[whom]!;
          const seen = readReview(one.doc).steps;
          const step = take(one, kind);
          expect(readReview(one.doc).steps.at(-1)).toEqual(step);
          expect(readReview(one.doc).steps.slice(0, -1)).toEqual(seen);
          if (meet) exchange(...people);
        }
        exchange(...people);
        const [first, ...others] = people.map(({ doc }) => readReview(doc));
        expect(first!.steps).toHaveLength(list.length);
        for (const other of others) expect(other).toEqual(first);
        if (first!.approval) {
          expect(snapshotOf(people[0]!.doc, first!.approval.id)).not.toBeNull();
        }
      }),
      { seed, numRuns: 200 }
    );
  });

  it('keeps the snapshots of the last submission and the last approval, and lets earlier ones go', () => {
    const one = person('王芳');
    const [first, second] = [take(one, 'submitted'), take(one, 'submitted')];
    const approved = take(one, 'approved');
    const adopted = take(one, 'adopted');
    const kept = [first, second, approved, adopted].map(({ id }) => snapshotOf(one.doc, id));
    expect(kept.map((snapshot) => snapshot !== null)).toEqual([false, true, false, true]);
  });

  it('takes what is no step for nothing, and tells of every change', () => {
    const one = person('王芳');
    let heard = 0;
    const end = watchReview(one.doc, () => (heard += 1));
    const map = one.doc.getMap('review');
    map.set('__proto__/_step', '{}');
    map.set('x/_step', 'no JSON');
    map.set('y/_step', new Uint8Array([1]));
    map.set('z/_content', 'no bytes');
    expect(readReview(one.doc).steps).toEqual([]);
    expect(snapshotOf(one.doc, 'z')).toBeNull();
    take(one, 'submitted');
    expect(heard).toBe(5);
    end();
    take(one, 'withdrawn');
    expect(heard).toBe(5);
  });

  it('does not take a step for another that stands under its name', () => {
    const one = person('王芳');
    const { id, ...step } = take(one, 'submitted');
    one.doc.getMap('review').set('forged/_step', JSON.stringify({ ...step, id }));
    expect(readReview(one.doc).steps.map(({ id }) => id)).toEqual([id]);
  });
});
