import { describe, expect, it } from 'vitest';
import { linesOf } from '#lib/grid/lines.ts';
import { stepOf } from '#lib/grid/step-rows.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const [, first, second] = smallWorkbook().sheets;
const lines = linesOf([first!, second!]);

describe('a step of rows', () => {
  it('moves them by one within their sheet', () => {
    const step = stepOf(lines, 0, 1, 1)!;
    expect(step.to).toBe(1);
    expect(step.edit.changes).toEqual([
      { do: 'move', rows: ['p1-r1', 'p1-r2'], sheet: 'p1', after: 'p1-r3' }
    ]);
  });

  it('leads over the border into the next sheet as its first row', () => {
    const step = stepOf(lines, 2, 2, 1)!;
    expect(step.to).toBe(2);
    expect(step.edit.changes).toEqual([{ do: 'move', rows: ['p1-r3'], sheet: 'p2', after: null }]);
  });

  it('leads over the border into the sheet before as its last row', () => {
    const step = stepOf(lines, 3, 4, -1)!;
    expect(step.to).toBe(3);
    expect(step.edit.changes).toEqual([
      { do: 'move', rows: ['p2-r1', 'p2-r2'], sheet: 'p1', after: 'p1-r3' }
    ]);
  });

  it('is none at either end', () => {
    expect(stepOf(lines, 0, 0, -1)).toBeNull();
    expect(stepOf(lines, 5, 5, 1)).toBeNull();
  });
});
