import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '#lib/model/decimal.ts';
import {
  choicesOf,
  filterWorkbooks,
  type CountedWorkbook
} from '#lib/model/summary/counted-workbook.ts';
import { indicatorsByKind, workbooksOfKind } from '#lib/model/summary/indicators-by-kind.ts';
import { moneyByUnit, totalMoney } from '#lib/model/summary/money-by-unit.ts';
import { problemsByRule, workbooksBreaking } from '#lib/model/summary/problems-by-rule.ts';

const unit = fc.constantFrom('青泉县水务局', '白石县交通运输局', '');
const level = fc.constantFrom('产出指标', '效益指标', 'constructor', '');
const amount = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 0, max: 1e12 }).map((cents) => new Decimal(cents).div(1e6).toFixed())
);
const count = fc.integer({ min: 1, max: 99 });

const workbook = fc
  .record({
    year: fc.constantFrom(2025, 2026, null),
    form: fc.constantFrom('2015' as const, '2021' as const),
    projects: fc.array(fc.record({ sheet: fc.string(), name: fc.string(), unit, amount })),
    indicators: fc.uniqueArray(
      fc.record({ unit, level1: level, level2: level, count, sheet: fc.constant('p1') }),
      { selector: ({ unit, level1, level2 }) => JSON.stringify([unit, level1, level2]) }
    ),
    problems: fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('unit-missing', 'funding-sum', 'typo'),
        title: fc.constant('标题'),
        severity: fc.constantFrom('error' as const, 'info' as const),
        count,
        papers: fc.constant(1)
      }),
      { selector: ({ code, severity }) => `${code} ${severity}` }
    )
  })
  .map((given) => ({ ...given, units: [...new Set(given.projects.map((one) => one.unit))] }));

const workbooks = fc
  .array(workbook, { maxLength: 6 })
  .map((all) =>
    all.map((one, at): CountedWorkbook => ({ id: `w${at}`, title: `工作簿 ${at}`, ...one }))
  );

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The money of all projects, added the plain way. */
function moneyOf(all: readonly CountedWorkbook[]): string {
  const amounts = all.flatMap(({ projects }) => projects.map((project) => project.amount));
  return amounts.reduce((total, one) => total.plus(one || 0), new Decimal(0)).toFixed();
}

const filterOf = (unit: string | null, year: string | null = null) => ({ unit, year, form: null });

describe('what 汇总 adds up', () => {
  test('the money of the units is the money of all projects, the largest first', () => {
    fc.assert(
      fc.property(workbooks, (all) => {
        const units = moneyByUnit(all);
        expect(totalMoney(units).toFixed()).toBe(moneyOf(all));
        expect(sum(units.map(({ projects }) => projects.length))).toBe(
          sum(all.map(({ projects }) => projects.length))
        );
        for (const [at, { amount }] of units.entries()) {
          expect(amount.lte(units[at - 1]?.amount ?? Infinity)).toBe(true);
        }
      })
    );
  });

  test('the units and the years are the whole', () => {
    fc.assert(
      fc.property(workbooks, (all) => {
        const { units, years } = choicesOf(all);
        const ofUnits = units.flatMap((unit) => filterWorkbooks(all, filterOf(unit)));
        expect(moneyOf(ofUnits)).toBe(moneyOf(all));
        const ofYears = years.flatMap((year) => filterWorkbooks(all, filterOf(null, year)));
        expect(ofYears).toHaveLength(all.length);
      })
    );
  });

  test('second levels add up to their first, and the workbooks of a kind to the kind', () => {
    fc.assert(
      fc.property(workbooks, (all) => {
        const levels = indicatorsByKind(all);
        expect(sum(levels.map((one) => one.count))).toBe(
          sum(all.flatMap(({ indicators }) => indicators.map((one) => one.count)))
        );
        for (const { level1, count, workbooks, second } of levels) {
          expect(sum(second.map((one) => one.count))).toBe(count);
          const among = workbooksOfKind(all, level1, null);
          expect(sum(among.map((one) => one.count))).toBe(count);
          expect(among).toHaveLength(workbooks);
          for (const kind of second) {
            const ofKind = workbooksOfKind(all, level1, kind.level2);
            expect(sum(ofKind.map((one) => one.count))).toBe(kind.count);
            expect(ofKind).toHaveLength(kind.workbooks);
          }
        }
      })
    );
  });

  test('the workbooks that break a rule add up to it', () => {
    fc.assert(
      fc.property(workbooks, (all) => {
        const lines = problemsByRule(all);
        expect(sum(lines.map((one) => one.count))).toBe(
          sum(all.flatMap(({ problems }) => problems.map((one) => one.count)))
        );
        for (const { code, severity, count, papers } of lines) {
          const broken = workbooksBreaking(all, code, severity);
          expect(sum(broken.map((one) => one.count))).toBe(count);
          expect(broken).toHaveLength(papers);
        }
      })
    );
  });
});
