import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { cleanProjects } from './clean-projects.ts';
import { PROJECT_FAULTS, type ProjectFault } from './planted-in-projects.ts';
import { inShort } from './sample.ts';

const places = fc.tuple(cleanProjects, fc.nat(2), fc.integer({ min: 1, max: 2 }));

describe('a fault planted in clean projects', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(cleanProjects, (workbook) => {
        expect(check(workbook)).toEqual([]);
      })
    );
  });

  it.each(PROJECT_FAULTS)('$code is found there and nowhere else', (kind) => {
    fc.assert(
      fc.property(places, ([workbook, at, further]) => {
        const sheet = workbook.sheets[at]!;
        const other = workbook.sheets[(at + further) % 3]!;
        const changes = kind.plant(sheet, other);
        const problems = check(applyEdit(workbook, { label: '', changes }));
        const found = problems
          .filter(({ code }) => code === kind.code)
          .map((problem) => inShort(problem));
        expect(found.sort()).toEqual(expected(kind, workbook, sheet, other).sort());
        const others = problems.filter(({ code }) => code !== kind.code);
        expect(kind.also ?? []).toEqual(expect.arrayContaining(others.map(({ code }) => code)));
      }),
      { numRuns: 25 }
    );
  });
});

function expected(
  { found }: ProjectFault,
  { sheets }: Workbook,
  sheet: Sheet,
  other: Sheet
): string[] {
  const earlier = sheets.indexOf(sheet) < sheets.indexOf(other) ? sheet : other;
  return found.map((place) =>
    place
      .replace('*', sheet.id)
      .replace(/\bother\b/, other.id)
      .replace(/\bearlier\b/, earlier.id)
  );
}
