import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { Problem } from '#lib/model/problem.ts';
import { cellText, type Place } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { balancedDisclosures, lopsidedDisclosures } from './balanced-disclosure.ts';
import { DISCLOSURE_FAULTS } from './planted-in-disclosures.ts';

/** Each run checks a whole disclosure. */
const RUNS = { numRuns: 40 };

describe('a fault planted in a clean disclosure', () => {
  it('has nothing beside it', () => {
    fc.assert(
      fc.property(balancedDisclosures, (clean) => {
        expect(check(clean)).toEqual([]);
      }),
      RUNS
    );
  });

  it.each(DISCLOSURE_FAULTS)(
    '$code finds where it was planted, and no rule finds it elsewhere',
    (kind) => {
      fc.assert(
        fc.property(balancedDisclosures, fc.nat(), (clean, pick) => {
          const faults = kind.faults(clean);
          const { change, place } = faults[pick % faults.length]!;
          const found = check(applyEdit(clean, { label: '', changes: [change] }));
          expect(found.map(({ code }) => code)).toContain(kind.code);
          for (const problem of found) expect(pointsAt(problem, place), show(problem)).toBe(true);
        }),
        RUNS
      );
    }
  );

  it('rec-toc9 finds a table that was taken out', () => {
    fc.assert(
      fc.property(balancedDisclosures, fc.nat(8), (clean, pick) => {
        const { id, title } = clean.sheets[pick]!;
        const found = check({ ...clean, sheets: clean.sheets.filter((sheet) => sheet.id !== id) });
        expect(found.map(({ code }) => code)).toEqual(['rec-toc9']);
        expect(found[0]?.message).toContain(title.replace(/[“”]/g, ''));
      }),
      RUNS
    );
  });

  it('spending-structure-outlier finds the one 科目 that takes more than half', () => {
    fc.assert(
      fc.property(lopsidedDisclosures, ({ workbook, code }) => {
        const found = check(workbook);
        expect(found.map((problem) => problem.code)).toEqual(['spending-structure-outlier']);
        const { rows } = workbook.sheets.find(({ id }) => id === 'general-public-basic')!;
        const row = rows.find((each) => cellText(each, 'code') === code)!;
        expect(found[0]!.place).toMatchObject({ row: row.id, column: 'public' });
      }),
      RUNS
    );
  });

  it('rec-cross finds a subject that was taken out of one table', () => {
    fc.assert(
      fc.property(balancedDisclosures, fc.nat(), (clean, pick) => {
        const { rows } = clean.sheets.find(({ id }) => id === 'expenditure')!;
        const row = rows[1 + (pick % (rows.length - 1))]!;
        const code = cellText(row, 'code');
        const found = check(
          applyEdit(clean, { label: '', changes: [{ do: 'delete', rows: [row.id] }] })
        ).filter((problem) => problem.code === 'rec-cross');
        expect(found.length).toBeGreaterThan(0);
        for (const { message } of found) expect(message).toContain(code);
      }),
      RUNS
    );
  });
});

function pointsAt({ place, related }: Problem, wanted: Place): boolean {
  return [place, ...related].some(
    ({ sheet, row, column, field, range }) =>
      sheet === wanted.sheet &&
      row === wanted.row &&
      column === wanted.column &&
      field === wanted.field &&
      String(range) === String(wanted.range)
  );
}

function show({ code, place, message }: Problem): string {
  return `${code} at ${JSON.stringify(place)}: ${message}`;
}
