import { describe, expect, it } from 'vitest';
import { FORM_COLUMNS } from '#lib/grid/columns.ts';
import { createMarking, markAt } from '#lib/grid/marks.ts';
import type { Problem } from '#lib/model/problem.ts';

function problem(code: string, severity: Problem['severity'], column?: string): Problem {
  const place = { sheet: 'p1', row: 'r1', ...(column !== undefined && { column }) };
  const texts = { title: code, message: '', values: {} };
  return { code, severity, place, ...texts, related: [], fixes: [] };
}

const mark = createMarking(FORM_COLUMNS);
const CELL = { sheet: 'p1', row: 'r1', column: 'target' };

describe('marks', () => {
  it('show the gravest problem of a cell and keep them all', () => {
    const problems = [problem('a', 'info', 'target'), problem('b', 'error', 'target')];
    expect(markAt(mark(new Map([['p1', problems]])), CELL)).toEqual({
      severity: 'error',
      problems
    });
  });

  it('show a problem of a whole row at its main column', () => {
    const marks = mark(new Map([['p1', [problem('a', 'error')]]]));
    expect(markAt(marks, CELL)?.severity).toBe('error');
    expect(markAt(marks, { ...CELL, column: 'level1' })).toBeUndefined();
  });

  it('are not made for waived problems', () => {
    const waived = { ...problem('a', 'error'), waived: 'w1' };
    expect(markAt(mark(new Map([['p1', [waived]]])), CELL)).toBeUndefined();
  });

  it('are the same as before, sheet by sheet, where the problems are', () => {
    const [one, other] = [[problem('a', 'error')], [problem('b', 'info')]];
    const first = mark(new Map([['p1', one], ['p2', other]])); // prettier-ignore
    expect(mark(new Map([['p1', one], ['p2', other]]))).toBe(first); // prettier-ignore
    const next = mark(new Map([['p1', one], ['p2', [...other]]])); // prettier-ignore
    expect(next.get('p1')).toBe(first.get('p1'));
    expect(next.get('p2')).not.toBe(first.get('p2'));
    expect(mark(new Map([['p1', one]])).size).toBe(1);
  });
});
