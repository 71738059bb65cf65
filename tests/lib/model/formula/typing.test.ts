import { describe, expect, it } from 'vitest';
import { completeFormula } from '#lib/model/formula/complete.ts';
import { functionsAt } from '#lib/model/formula/functions.ts';

describe('a formula that is being typed', () => {
  it('gets the brackets that were left open', () => {
    expect(completeFormula('=ROUND(SUM(A1:A3')).toBe('=ROUND(SUM(A1:A3))');
    expect(completeFormula('=IF(A1="(", 1')).toBe('=IF(A1="(", 1)');
  });

  it('has half-width signs but in quotes, whatever the input method left', () => {
    expect(completeFormula('＝SUM（A1：A3')).toBe('=SUM(A1:A3)');
    expect(completeFormula('＝IF（A1＞1，“是，好”，“”）')).toBe('=IF(A1>1,"是，好","")');
  });

  it('stays as it is where it is complete, or cannot be read', () => {
    for (const text of ['=SUM(A1)', '=A1)', '="(', '（未填', '=']) {
      expect(completeFormula(text)).toBe(text);
    }
  });

  it('is offered the functions whose names begin like the word before the caret', () => {
    expect(functionsAt('=SUMI', 5)?.functions.map(({ name }) => name)).toEqual(['SUMIF', 'SUMIFS']);
    expect(functionsAt('=1+round(2)', 8)).toMatchObject({ from: 3 });
  });

  it('is offered none within a reference, a text in quotes or a name of a sheet', () => {
    for (const formula of ['=A1', '=$S', '="SU', '=“SU', '=附表!S', '=']) {
      expect(functionsAt(formula, formula.length)).toBeNull();
    }
  });
});
