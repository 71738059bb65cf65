import { expect, it } from 'vitest';
import { addTallies, tallyProblems } from '#lib/model/problem-tally.ts';
import type { Problem, Severity } from '#lib/model/problem.ts';

const problem = (code: string, severity: Severity, waived?: string): Problem => ({
  code,
  severity,
  title: `题目 ${code}`,
  message: '',
  place: {},
  values: {},
  related: [],
  fixes: [],
  ...(waived !== undefined && { waived })
});

const first = tallyProblems([
  problem('date-year', 'info'),
  problem('unit-missing', 'error'),
  problem('typo', 'info'),
  problem('typo', 'info'),
  problem('date-year', 'error'),
  problem('code-format', 'error', 'w1')
]);

it('counts the problems of a paper by rule and severity, the gravest and most frequent first', () => {
  expect(first.map(({ severity, code, count, papers }) => [severity, code, count, papers])).toEqual(
    [
      ['error', 'date-year', 1, 1],
      ['error', 'unit-missing', 1, 1],
      ['info', 'typo', 2, 1],
      ['info', 'date-year', 1, 1]
    ]
  );
  expect(first[0]!.title).toBe('题目 date-year');
});

it('does not count what was waived', () => {
  expect(first.some(({ code }) => code === 'code-format')).toBe(false);
});

it('adds up papers, and says in how many of them a rule spoke', () => {
  const second = tallyProblems([
    problem('unit-missing', 'error'),
    problem('unit-missing', 'error')
  ]);
  expect(addTallies([first, second, []])).toEqual([
    { code: 'unit-missing', title: '题目 unit-missing', severity: 'error', count: 3, papers: 2 },
    { code: 'date-year', title: '题目 date-year', severity: 'error', count: 1, papers: 1 },
    { code: 'typo', title: '题目 typo', severity: 'info', count: 2, papers: 1 },
    { code: 'date-year', title: '题目 date-year', severity: 'info', count: 1, papers: 1 }
  ]);
});

it('is the same whether papers are added at once or one by one', () => {
  const second = tallyProblems([problem('typo', 'info'), problem('l2-order', 'info')]);
  const third = tallyProblems([problem('typo', 'warning')]);
  expect(addTallies([addTallies([first, second]), third])).toEqual(
    addTallies([first, second, third])
  );
});
