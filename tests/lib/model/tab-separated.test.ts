import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTabSeparated, writeTabSeparated } from '#lib/model/tab-separated.ts';

/** Texts as cells may hold them; a line of one ends with LF. */
const cell = fc
  .array(fc.constantFrom('"', '\t', '\n', ' ', '，', 'a', '清淤', '""', '\u00a0'), { maxLength: 6 })
  .map((parts) => parts.join(''));

const block = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
  );

describe('text of a clipboard', () => {
  it('is read as it was written, whatever quotes, tabs and line breaks are in the cells', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTabSeparated(writeTabSeparated(rows))).toEqual(rows);
      })
    );
  });

  it('puts cells with line breaks in quotes, as Excel does, and ends every row', () => {
    const rows = [
      ['清淤\n河道', '12"管'],
      ['', '≥95%']
    ];
    expect(writeTabSeparated(rows)).toBe('"清淤\n河道"\t12"管\r\n\t≥95%\r\n');
  });

  it('is the bare text where it is one cell', () => {
    expect(writeTabSeparated([['≥95%']])).toBe('≥95%');
  });

  it('takes quotes that enclose no whole cell for characters', () => {
    expect(readTabSeparated('"清淤"二期\t"未完\n12\t3')).toEqual([
      ['"清淤"二期', '"未完'],
      ['12', '3']
    ]);
  });

  it('keeps empty rows, but for the end of the last one', () => {
    expect(readTabSeparated('甲\r\n\r\n乙\r\n')).toEqual([['甲'], [''], ['乙']]);
  });
});
