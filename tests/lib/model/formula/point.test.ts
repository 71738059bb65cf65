import { describe, expect, it } from 'vitest';
import { callAt } from '#lib/model/formula/functions.ts';
import { pointedCells, pointedText, takesReference } from '#lib/model/formula/point.ts';

/** Whether a reference can be put in where | stands. */
function takes(text: string): boolean {
  return takesReference(text.replace('|', ''), text.indexOf('|'));
}

describe('a reference can be put into a formula', () => {
  it.each(['=|', '＝|', '=SUM(|', '=SUM(|)', '=A1+|', '=A1 + |', '=IF(A1>|,1,2)', '=SUM（A1，|'])(
    'behind a sign that asks for a value: %s',
    (text) => expect(takes(text)).toBe(true)
  );

  it.each(['|', '|=', '36|', '=A1|', '=SUM(A1)|', '="甲+|', '=SUM(|A1)', '=12|'])(
    'and nowhere else: %s',
    (text) => expect(takes(text)).toBe(false)
  );

  it('as a cell, or as a range from its upper left', () => {
    expect(pointedText({ row: 1, column: 1 }, { row: 1, column: 1 })).toBe('B2');
    expect(pointedText({ row: 8, column: 1 }, { row: 1, column: 2 })).toBe('B2:C9');
  });
});

describe('the cells that a formula refers to', () => {
  it('are those of its own sheet, each once', () => {
    expect(pointedCells('=SUM(B2:C9)+A1+A1*测算!D4&"E5"+预算!预算数')).toEqual([
      { from: cell(1, 1), to: cell(8, 2) },
      { from: cell(0, 0), to: cell(0, 0) }
    ]);
    expect(pointedCells('=SUM(B:B)').map(({ from }) => from.row)).toEqual([null]);
    expect(pointedCells('B2')).toEqual([]);
  });

  function cell(row: number, column: number) {
    return expect.objectContaining({ row, column }) as unknown;
  }
});

describe('the function whose arguments are typed', () => {
  const at = (text: string) => callAt(text.replace('|', ''), text.indexOf('|'));

  it('is the innermost, with the argument that the caret is in', () => {
    expect(at('=ROUND(SUM(A1:A9),|')).toMatchObject({ name: 'ROUND', at: 1 });
    expect(at('=ROUND(SUM(A1:A9|),2)')).toMatchObject({ name: 'SUM', at: 0 });
    expect(at('=sumif(A1:A9，"水(费"，|')).toMatchObject({
      words: ['区域', '条件', '[求和区域]'],
      at: 2
    });
    expect(at('=SUM(1,2,3,4|')).toMatchObject({ name: 'SUM', at: 1 });
  });

  it('is none outside of brackets, and none that is not offered', () => {
    expect(at('=SUM(A1)|')).toBeNull();
    expect(at('=没有(|')).toBeNull();
    expect(at('=(|')).toBeNull();
  });
});
