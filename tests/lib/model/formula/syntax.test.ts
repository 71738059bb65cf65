import { describe, expect, it } from 'vitest';
import { FORMULAS } from '#tests/lib/formulas/formula-table.ts';
import { formulaFault } from '#lib/model/formula/syntax.ts';

describe('what stands in the way of a formula in another program', () => {
  it('is nothing for what all of them calculate alike', () => {
    const hindered = FORMULAS.filter((formula) => formulaFault(formula) !== null);
    expect(hindered).toEqual(['=B2:B8*0+1', '=COLUMN(C1)+ROW(A9)']);
  });

  it.each(['=SUM(', '=1+', '=ROUND(1)', '=TODAY(1)', '=A1 A2', '=表一', '=[1]甲!A1', '=(1', '=1)'])(
    'is that it cannot be read: %s',
    (formula) => expect(formulaFault(formula)).toBe('unreadable')
  );

  it('is a function that is not offered', () => {
    expect(formulaFault('=INDIRECT("A1")')).toBe('function');
    expect(formulaFault('=IF(A1>0,求税(A1),0)')).toBe('function');
  });

  it('is a calculation with a whole range', () => {
    expect(formulaFault('=A1:A3')).toBe('range');
    expect(formulaFault('=SUM(A1:A3*2)')).toBe('range');
    expect(formulaFault('=SUM(ROUND(A1:A3,1))')).toBe('range');
    expect(formulaFault('=SUMPRODUCT((A1:A3="水费")*B1:B3)')).toBeNull();
  });

  it('is that it asks for its place', () => {
    expect(formulaFault('=ROW()-1')).toBe('place');
  });

  it('is nothing for signs of an input method, empty arguments and fields', () => {
    expect(formulaFault('＝ＩＦ（A1＞＝95，“达标，好”，“未达标”）')).toBeNull();
    expect(formulaFault("=IF(TRUE,,-'1.甲'!预算数%)")).toBeNull();
  });
});
