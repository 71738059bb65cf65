import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { check } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import { DISCLOSURE_FAULTS, FOUND_APART } from './planted-in-disclosures.ts';
import { PAPER_FAULTS } from './planted-in-papers.ts';
import { PROJECT_FAULTS } from './planted-in-projects.ts';
import { PROSE_FAULTS } from './planted-in-prose.ts';
import { wholePapers } from './whole-papers.ts';

/** Each run checks a whole paper. */
const RUNS = { numRuns: 40 };

describe('a fault planted between the parts of a clean paper', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(wholePapers, ({ workbook }) => {
        expect(check(workbook)).toEqual([]);
      }),
      RUNS
    );
  });

  it.each(PAPER_FAULTS)('$code is found there and nowhere else', ({ code, faults }) => {
    fc.assert(
      fc.property(wholePapers, fc.nat(), (paper, pick) => {
        const all = faults(paper);
        const { changes, place } = all[pick % all.length]!;
        const found = check(applyEdit(paper.workbook, { label: '', changes }));
        expect(found.map((problem) => ({ code: problem.code, place: problem.place }))).toEqual([
          { code, place }
        ]);
      }),
      RUNS
    );
  });
});

it('every rule has a fault that is planted for it', () => {
  const planted = [
    ...[...PROJECT_FAULTS, ...PROSE_FAULTS, ...DISCLOSURE_FAULTS, ...PAPER_FAULTS].map(
      ({ code }) => code
    ),
    ...FOUND_APART
  ];
  expect([...new Set(planted)].sort()).toEqual(RULES.map(({ code }) => code).sort());
});
