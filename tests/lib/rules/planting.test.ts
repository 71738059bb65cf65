import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { Decimal } from '#lib/model/decimal.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/problem.ts';
import { cellText, fieldText, type Place, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { balancedDisclosures } from './balanced-disclosure.ts';

/** A fault: what is changed, and the place that the rules must point at. */
interface Fault {
  readonly change: Change;
  readonly place: Place;
}

/** A kind of fault, by the rule that has to find it. */
interface Kind {
  readonly code: string;
  /** All places where it can be planted in a clean workbook. */
  readonly faults: (workbook: Workbook) => readonly Fault[];
}

const MONEY = /^(?!code$|name$|.*[iI]tem$|quantity$)/;

/** One more 0.07 in any filled money cell of the sheets, in the rows whose first texts match. */
function wrongAmounts(sheets: readonly string[], row = /^/, columns = MONEY) {
  return ({ sheets: all }: Workbook): readonly Fault[] =>
    all
      .filter(({ id }) => sheets.includes(id))
      .flatMap(({ id: sheet, columns: own, rows }) =>
        rows
          .filter(({ cells }) => row.test(Object.values(cells).join(' ')))
          .flatMap((at) =>
            own
              .filter(({ id }) => columns.test(id) && MONEY.test(id) && cellText(at, id) !== '')
              .map(({ id: column }) => ({
                change: {
                  do: 'cell' as const,
                  row: at.id,
                  column,
                  text: new Decimal(cellText(at, column)).plus('0.07').toFixed(2)
                },
                place: { sheet, row: at.id, column }
              }))
          )
      );
}

/** One more 0.07 in any amount of the explanation behind these words. */
function wrongFigures(words: RegExp) {
  return ({ sheets }: Workbook): readonly Fault[] => {
    const sheet = sheets.find(({ kind }) => kind === 'text')!;
    const body = fieldText(sheet, 'body');
    return [...body.matchAll(words)].map((match) => {
      const from = match.index + match[0].indexOf(match[1]!);
      const wrong = new Decimal(match[1]!).plus('0.07').toFixed(2);
      return {
        change: {
          do: 'field',
          sheet: sheet.id,
          field: 'body',
          text: body.slice(0, from) + wrong + body.slice(from + match[1]!.length)
        },
        place: { sheet: sheet.id, field: 'body', range: [from, from + `${wrong}万元`.length] }
      };
    });
  };
}

const BY_SUBJECT = ['income', 'expenditure', 'general-public-expenditure', 'government-fund'];
const BALANCES = ['income-and-expenditure', 'fiscal-appropriation'];

const KINDS: readonly Kind[] = [
  { code: 'rec-total-balance', faults: wrongAmounts(BALANCES, /^(?:本年|收入总计|上年|年初)/) },
  { code: 'rec-expenditure-list', faults: wrongAmounts(BALANCES, /^(?:[一二三四五]、|本年)/) },
  { code: 'rec-func-hierarchy', faults: wrongAmounts(BY_SUBJECT) },
  { code: 'rec-row-sum', faults: wrongAmounts([...BY_SUBJECT, 'three-public']) },
  { code: 'rec-econ-hierarchy', faults: wrongAmounts(['general-public-basic']) },
  { code: 'rec-cross', faults: wrongAmounts(['income', 'expenditure'], /^/, /^total$/) },
  { code: 'rec-cross', faults: wrongAmounts(['general-public-basic'], /^合计/, /^total$/) },
  { code: 'rec-cross', faults: wrongAmounts(['government-fund'], /^合计/, /^total$/) },
  { code: 'rec-sangong', faults: wrongAmounts(['three-public']) },
  {
    code: 'rec-social',
    faults: wrongAmounts(['general-public-basic'], /^301(?:08|09|10|13)/, /^total$/)
  },
  { code: 'rec-retire', faults: wrongAmounts(['general-public-basic'], /^30302/, /^total$/) },
  {
    code: 'rec-narrative',
    faults: wrongFigures(/(?:支出为|支出|人员经费|公用经费)(\d[\d.]*)万元/g)
  },
  { code: 'rec-narrative', faults: wrongFigures(/(?:总额为|维护费|接待费)(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongFigures(/(?:增加|减少)了(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongFigures(/(?:采购预算总额为|类预算)(\d[\d.]*)万元/g) },
  { code: 'rec-narrative', faults: wrongAmounts(['procurement'], /^/, /^total$/) },
  { code: 'rec-yunxing', faults: wrongFigures(/安排(\d[\d.]*)万元/g) },
  { code: 'rec-assets', faults: wrongAmounts(['assets'], /^(?!其中)/) },
  {
    code: 'rec-empty-table',
    faults: () => [
      {
        change: { do: 'sheet', sheet: 'state-capital', property: 'note', text: '' },
        place: { sheet: 'state-capital' }
      }
    ]
  }
];

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

  it.each(KINDS)('$code finds where it was planted, and no rule finds it elsewhere', (kind) => {
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
  });

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
