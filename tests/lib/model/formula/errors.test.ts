import { describe, expect, it } from 'vitest';
import { errorMeaning, shownError } from '#lib/model/formula/errors.ts';
import { loadEngineFromDisk, freeSheet, resultsOf } from '#tests/lib/formulas/calculated.ts';
import { createWorkbook } from '#lib/model/create.ts';

describe('errors of formulas', () => {
  it('are shown as Excel shows them, and in words where it has no sign', () => {
    expect(shownError('#DIV/0!')).toBe('#DIV/0!');
    expect(shownError('#CIRC!')).toBe('循环引用');
    expect(shownError('#ERROR!')).toBe('公式有误');
    expect(shownError('36')).toBe('36');
  });

  it('have a meaning in plain words, whatever a formula comes to', async () => {
    await loadEngineFromDisk();
    const formulas = ['=1/0', '=没有', '=#REF!', '="甲"+1', '=SQRT(-1)', '=A1:A2', '=1+', '=H1'];
    const lookup = '=VLOOKUP(9,A1:A1,1,FALSE)';
    const workbook = createWorkbook({ sheets: [freeSheet('f', [[...formulas, lookup]])] });
    const results = [...resultsOf(workbook).values()];
    expect(results.filter((result) => errorMeaning(result) === null)).toEqual([]);
    expect(errorMeaning('合计')).toBeNull();
  });
});
