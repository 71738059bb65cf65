import { describe, expect, it } from 'vitest';
import { copiedCells, textsInFree } from '#lib/grid/clipboard/copied-cells.ts';
import { FORM_COLUMNS } from '#lib/grid/columns.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

describe('copied cells', () => {
  it('are what is shown for others, and what was typed for this program', () => {
    const lines = linesOf([projectSheet('p1')]).map((line) => ({
      ...line,
      shown: { target: '12' }
    }));
    const block = { top: 0, left: 4, bottom: 1, right: 4 };
    const cells = copiedCells(lines, FORM_COLUMNS, block, false);
    expect(cells).toMatchObject({
      texts: [['≥12公里'], ['≥95%']],
      shown: [['12'], ['12']],
      plain: '12\r\n12\r\n',
      rows: ['p1-r1', 'p1-r2'],
      wholeRows: false
    });
  });

  it('bring their formulas along as they read in each place that they fill', () => {
    const copy = { token: 'k1', texts: [['=A1*B$1', '小计']], line: 0, column: 2 };
    expect(textsInFree(copy, { top: 1, left: 3, bottom: 2, right: 4 })).toEqual([
      ['=B2*C$1', '小计'],
      ['=B3*C$1', '小计']
    ]);
  });
});
