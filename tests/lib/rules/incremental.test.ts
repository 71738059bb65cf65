import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker, type Checker } from '#lib/rules/check.ts';
import { hasSeeds, sampleExpectation, seedText } from '#tests/support/papers.ts';
import { deeds, editOf, type Deed } from './deeds.ts';
import { papers } from './papers.ts';
import { wholePapers } from './whole-papers.ts';

const SEEDS = ['000', '001', '002', '003', '004'];

function seedWorkbook(number: string): Workbook {
  const result = importText(seedText(number));
  if (!('workbook' in result)) throw new Error(`${number} was refused`);
  return result.workbook;
}

/** Looked at as a workbook that nobody has seen before, of which nothing is remembered by identity. */
function expectAsFromScratch(checker: Checker, workbook: Workbook, after: string): void {
  const followed = checker.check(workbook);
  const fresh = createChecker().check(structuredClone(workbook));
  if (isDeepStrictEqual(followed, fresh)) return;
  expect(followed, `after ${after}`).toEqual(fresh);
}

/**
 * Edits, for each whether the workbook first goes back to what it was (0), as undo does, and how many sheets
 * are prepared for the check: of what it has become, or (1) of what it was before.
 */
const doings = fc.tuple(deeds, fc.nat(19), fc.nat(3));

/** Edits a workbook, checking after each edit. */
function follow(start: Workbook, all: readonly (readonly [Deed, number, number])[]): void {
  const checker = createChecker();
  const ids = countingIds('x');
  const states = [start];
  for (const [deed, back, prepared] of all) {
    const from = states.at(back === 0 ? -2 : -1) ?? start;
    const edit = editOf(deed, from, checker.check(from).problems, ids);
    const workbook = applyEdit(from, edit);
    states.push(workbook);
    let left = prepared;
    if (left > 0) checker.prepare(back === 1 ? from : workbook, () => --left <= 0);
    expectAsFromScratch(checker, workbook, JSON.stringify(edit));
  }
}

/** A paper that was edited for long has little left of what it was. */
const EDITS_OF_A_RUN = 25;

/** Follows so many edits of a paper, in several runs; where the machine is slow, fewer. */
function followFrom(start: Workbook, edits: number): void {
  const run = { minLength: EDITS_OF_A_RUN, maxLength: EDITS_OF_A_RUN };
  fc.assert(
    fc.property(fc.array(doings, run), (all) => follow(start, all)),
    {
      numRuns: edits / EDITS_OF_A_RUN,
      interruptAfterTimeLimit: 5_000,
      // What fails is told at once with its seed; making it smaller takes minutes.
      endOnFailure: true
    }
  );
}

const MADE_UP = ['pdf-page-breaks', 'briefs-with-page-numbers', 'converted-word'];

describe('a checker that follows edits', () => {
  it('finds in any paper what a check from scratch finds', () => {
    const some = fc.array(doings, { maxLength: 8 });
    fc.assert(fc.property(papers, some, follow), { numRuns: 150 });
    const whole = wholePapers.map(({ workbook }) => workbook);
    fc.assert(fc.property(whole, some, follow), { numRuns: 20 });
  });

  it.each(MADE_UP)('does so in the sample %s', (name) => {
    followFrom(sampleExpectation(name).workbook, 50);
  });

  describe.skipIf(!hasSeeds)('does so in 300 edits of the real paper', () => {
    it.each(SEEDS)('%s', (number) => followFrom(seedWorkbook(number), 300));
  });
});
