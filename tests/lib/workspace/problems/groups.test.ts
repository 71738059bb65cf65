import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/model/problem.ts';
import { filterProblems, openAndWaived } from '#lib/workspace/problems/filter.ts';
import { groupByRule, groupBySheet } from '#lib/workspace/problems/groups.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const { sheets } = smallWorkbook();
const ALL = {
  waived: false,
  severities: { error: true, warning: true, info: true },
  sheet: null,
  words: ''
};

function problem(code: string, given: Partial<Problem> = {}): Problem {
  return {
    code,
    severity: 'error',
    place: { sheet: 'p1', row: 'p1-r1', column: 'target' },
    values: {},
    title: `题 ${code}`,
    message: `话 ${code}`,
    related: [],
    fixes: [],
    ...given
  };
}

const codes = (cells: readonly (readonly Problem[])[]) =>
  cells.map((cell) => cell.map(({ code }) => code));

describe('groups of problems', () => {
  test('by sheet, those in no sheet come first and can be searched for', () => {
    const own = problem('own', { place: { field: 'cover' } });
    const problems = [problem('within'), own];

    expect(groupBySheet(problems, sheets).map(({ name, code }) => [name, code])).toEqual([
      ['整份文本', undefined],
      ['1.河道清淤专项经费绩效目标表', undefined]
    ]);
    const found = filterProblems(problems, sheets, { ...ALL, words: '整份文本' });
    expect(found.problems).toEqual([own]);
  });

  test('by sheet, the problems of a cell stand together behind the gravest of them', () => {
    const elsewhere = { sheet: 'p1', row: 'p1-r2', column: 'target' };
    const problems = [
      problem('mild', { severity: 'info' }),
      problem('grave', { place: elsewhere, severity: 'warning' }),
      problem('gravest')
    ];

    const [group, ...others] = groupBySheet(problems, sheets);

    expect(others).toEqual([]);
    expect(group!.name).toBe('1.河道清淤专项经费绩效目标表');
    expect(codes(group!.cells)).toEqual([['gravest', 'mild'], ['grave']]);
  });

  test('by sheet, a sheet whose problems stay the same keeps its order by identity', () => {
    const [other] = sheets.filter(({ id }) => id !== 'p1');
    const [here, mended] = [problem('here'), problem('mended')];
    const there = problem('there', { place: { sheet: other!.id } });
    const cellsOf = (problems: readonly Problem[]) =>
      new Map(groupBySheet(problems, sheets).map(({ sheet, cells }) => [sheet!.id, cells]));

    const before = cellsOf([here, mended, there]);
    const after = cellsOf([here, there]);

    expect(after.get(other!.id)).toBe(before.get(other!.id));
    expect(codes(after.get('p1')!)).toEqual([['here']]);
  });

  test('by sheet, problems of a whole sheet stay apart, and passages of one text too', () => {
    const whole = { sheet: 'p1' };
    const passage = (from: number) => ({
      sheet: 'p1',
      field: 'goal',
      range: [from, from + 1] as const
    });
    const problems = [
      problem('a', { place: whole }),
      problem('b', { place: whole }),
      problem('c', { place: passage(1) }),
      problem('d', { place: passage(2) })
    ];

    expect(codes(groupBySheet(problems, sheets)[0]!.cells)).toEqual([['a'], ['b'], ['c'], ['d']]);
  });

  test('by rule, the gravest rules come first and nothing is lost', () => {
    const problems = [
      problem('info', { severity: 'info' }),
      problem('error'),
      problem('warning', { severity: 'warning', place: { sheet: 'p2' } }),
      problem('error', { place: { sheet: 'p2' } })
    ];

    const groups = groupByRule(problems);

    expect(groups.map(({ code }) => code)).toEqual(['error', 'warning', 'info']);
    expect(groups.flatMap((group) => group.cells.flat())).toHaveLength(problems.length);
  });
});

describe('a filter of problems', () => {
  const problems = [
    problem('one', { place: { sheet: 'p2' } }),
    problem('two', { severity: 'info' }),
    problem('three', { severity: 'warning', waived: 'w1' })
  ];

  test('lists the open or the waived, and counts both', () => {
    expect(filterProblems(problems, sheets, ALL).problems.map(({ code }) => code)).toEqual([
      'one',
      'two'
    ]);
    const waived = filterProblems(problems, sheets, { ...ALL, waived: true });
    expect(waived.problems.map(({ code }) => code)).toEqual(['three']);
    expect(waived.counts).toEqual({ error: 0, warning: 1, info: 0 });
    expect(openAndWaived(problems)).toEqual({ open: 2, waived: 1 });
  });

  test('counts a severity that is not shown, and says how many are left out', () => {
    const severities = { error: true, warning: true, info: false };

    const filtered = filterProblems(problems, sheets, { ...ALL, severities });

    expect(filtered.problems.map(({ code }) => code)).toEqual(['one']);
    expect(filtered.counts).toEqual({ error: 1, warning: 0, info: 1 });
    expect(filtered.hidden).toBe(1);
  });

  test('finds words in titles, messages and names of sheets, and keeps to one sheet', () => {
    const found = (given: object) =>
      filterProblems(problems, sheets, { ...ALL, ...given }).problems.map(({ code }) => code);

    expect(found({ words: ' 题 TWO ' })).toEqual(['two']);
    expect(found({ words: '话 one' })).toEqual(['one']);
    expect(found({ words: '节水宣传' })).toEqual(['one']);
    expect(found({ words: '没有' })).toEqual([]);
    expect(found({ sheet: 'p1' })).toEqual(['two']);
  });
});
