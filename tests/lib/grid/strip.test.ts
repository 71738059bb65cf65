import { expect, test } from 'vitest';
import { linesOf } from '#lib/grid/lines.ts';
import type { Marks, RowMarks } from '#lib/grid/marks.ts';
import { stripMarks } from '#lib/grid/strip.ts';
import type { Problem, Severity } from '#lib/model/problem.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const lines = linesOf([projectSheet('p1')], []);
const ALL = { error: true, warning: true, info: true };

function marked(row: string, severity: Severity): [string, RowMarks] {
  const place = { sheet: 'p1', row, column: 'target' };
  const texts = { code: severity, title: severity, message: '', values: {} };
  const problem: Problem = { ...texts, severity, place, related: [], fixes: [] };
  return [row, new Map([['target', { severity, problems: [problem] }]])];
}

function marksOf(...rows: readonly [string, RowMarks][]): Marks {
  return new Map([['p1', new Map(rows)]]);
}

test('marks stand at the share of the height at which their rows begin', () => {
  const marks = marksOf(marked('p1-r1', 'error'), marked('p1-r3', 'warning'));

  const strip = stripMarks(lines, marks, [50, 25, 25], ALL);

  expect(strip.map(({ at, severity }) => [at, severity])).toEqual([
    [0, 'error'],
    [0.748, 'warning']
  ]);
  expect(strip[1]!.place).toEqual({ sheet: 'p1', row: 'p1-r3', column: 'target' });
});

test('severities that are not listed have no mark, and rows that lie on each other one', () => {
  const marks = marksOf(marked('p1-r2', 'info'), marked('p1-r3', 'warning'));

  expect(stripMarks(lines, marks, [100, 1, 1], { ...ALL, info: false })).toHaveLength(1);
  expect(stripMarks(lines, marks, [10_000, 1, 1], ALL)).toEqual([
    expect.objectContaining({ severity: 'warning' })
  ]);
});
