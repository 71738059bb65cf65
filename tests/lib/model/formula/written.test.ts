import { describe, expect, it } from 'vitest';
import { halfWidthFormula, piecesOf, referenceText } from '#lib/model/formula/written.ts';

function referencesIn(formula: string): readonly string[] {
  return piecesOf(formula).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
}

describe('references in a formula', () => {
  it('are cells, ranges, whole columns and rows, here and in other sheets', () => {
    expect(referencesIn("=A1+SUM($B$2:C9,D:D,3:4)+'收入预算表'!B3+附表!$A1:B2")).toEqual([
      'A1',
      '$B$2:C9',
      'D:D',
      '3:4',
      "'收入预算表'!B3",
      '附表!$A1:B2'
    ]);
  });

  it('are fields of a sheet by their names', () => {
    expect(referencesIn("='河道清淤专项经费'!预算数*2+河道!3月底")).toEqual([
      "'河道清淤专项经费'!预算数",
      '河道!3月底'
    ]);
  });

  it('are no functions, numbers, words, errors or texts in quotes', () => {
    expect(referencesIn('=LOG10(2)+1E5+ATAN2(1,2)+#REF!+TRUE&"A1"&“B2”&A1B&ABCD1&x_A1')).toEqual(
      []
    );
  });

  it('are found where an input method left full-width signs', () => {
    expect(referencesIn('＝ＳＵＭ（A1：B2，C3）')).toEqual(['A1：B2', 'C3']);
  });

  it('are written as they are read', () => {
    for (const text of [
      "'收入 预算表'!B3",
      '附表!$A1:B$2',
      'B:$C',
      '2:$9',
      "'A1'!AA10",
      "'甲''乙'!A1"
    ]) {
      const [piece] = piecesOf(text);
      expect(typeof piece === 'string' ? piece : referenceText(piece!.refers)).toBe(text);
    }
  });

  it('join with the rest to the same formula', () => {
    for (const formula of ['=A1+"文{}字"', '={1,2}', '＝SUM（A1：A2）', "='未完", '="', '=A1:']) {
      const text = piecesOf(formula).map((piece) =>
        typeof piece === 'string' ? piece : piece.text
      );
      expect(text.join('')).toBe(formula);
    }
  });
});

describe('full-width signs', () => {
  it('become half-width outside of quotes, and keep their places', () => {
    const formula = '＝ＩＦ（A1＞＝1，“满意，好”，"（否）"）';
    expect(halfWidthFormula(formula)).toBe('=IF(A1>=1,"满意，好","（否）")');
  });
});
