import { describe, expect, it } from 'vitest';
import { linesOf, shownText } from '#lib/grid/lines.ts';
import { ResultLines } from '#lib/grid/results.ts';
import { freeSheet } from '#tests/lib/formulas/calculated.ts';

describe('lines with formulas', () => {
  const lines = linesOf([
    freeSheet('f1', [
      ['1', '=A1*2'],
      ['3', '']
    ])
  ]);

  it('show what the formulas come to, and nothing until that is known', () => {
    const calculated = new ResultLines();
    const waiting = calculated.of(lines, new Map());
    expect(shownText(waiting[0]!, 'B')).toBe('');
    const known = calculated.of(lines, new Map([['f1-1/B', '2']]));
    expect(shownText(known[0]!, 'B')).toBe('2');
    expect(shownText(known[0]!, 'A')).toBe('1');
  });

  it('are the same objects while they show the same', () => {
    const calculated = new ResultLines();
    const before = calculated.of(lines, new Map([['f1-1/B', '2']]));
    const after = calculated.of(
      lines,
      new Map([
        ['f1-1/B', '2'],
        ['other/B', '9']
      ])
    );
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(lines[1]);
  });
});
