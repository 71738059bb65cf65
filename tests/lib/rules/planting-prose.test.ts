import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { check } from '#lib/rules/check.ts';
import { cleanProse } from './clean-prose.ts';
import { PROSE_FAULTS } from './planted-in-prose.ts';

/** Each run checks a whole paper. */
const RUNS = { numRuns: 40 };

describe('a fault planted in clean prose', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(cleanProse, (clean) => {
        expect(check(clean)).toEqual([]);
      }),
      RUNS
    );
  });

  it.each(PROSE_FAULTS)(
    '$code finds where it was planted, and no rule finds it elsewhere',
    (kind) => {
      fc.assert(
        fc.property(cleanProse, fc.nat(), (clean, pick) => {
          const faults = kind.faults(clean);
          const { changes, sheets } = faults[pick % faults.length]!;
          const found = check(applyEdit(clean, { label: '', changes }));
          expect(found.map(({ code }) => code)).toContain(kind.code);
          for (const { code, place } of found) expect(sheets, code).toContain(place.sheet);
        }),
        RUNS
      );
    }
  );
});
