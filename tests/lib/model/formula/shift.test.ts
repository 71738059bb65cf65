import { describe, expect, it } from 'vitest';
import { shiftFormula } from '#lib/model/formula/shift.ts';

describe('a formula that is copied elsewhere', () => {
  it('takes along what has no $, as in Excel', () => {
    expect(shiftFormula('=A1+$A1+A$1+$A$1', 2, 1)).toBe('=B3+$A3+B$1+$A$1');
    expect(shiftFormula("=SUM(B2:B9)/'收入预算表'!C$3", 0, 2)).toBe('=SUM(D2:D9)/收入预算表!E$3');
    expect(shiftFormula('=SUM(B:B)+SUM(2:3)', 1, 1)).toBe('=SUM(C:C)+SUM(3:4)');
  });

  it('refers to nothing where it would leave the sheet', () => {
    expect(shiftFormula('=A1+B2', -1, 0)).toBe('=#REF!+B1');
    expect(shiftFormula('=A1+B2', 0, -1)).toBe('=#REF!+A2');
  });

  it('leaves names of fields and texts in quotes', () => {
    expect(shiftFormula('="A1"&河道清淤!预算数', 3, 3)).toBe('="A1"&河道清淤!预算数');
  });
});
