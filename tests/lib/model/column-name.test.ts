import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetter, columnName, newColumns } from '#lib/model/column-name.ts';

const columns = [
  { id: 'A', title: 'A' },
  { id: 'x', title: '' },
  { id: 'C', title: '应收' }
];

describe('the name of a column', () => {
  it('is its title, or the letter of its place where it has none', () => {
    expect(columns.map((_, at) => columnName(columns, at))).toEqual(['A', 'B', '应收']);
  });

  it('follows its place, whatever letter it once had', () => {
    expect(columnName([{ id: 'D', title: 'D' }], 0)).toBe('A');
  });

  it('goes on with two letters after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA'
    ]);
  });

  it('is different for different places', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), (one, other) => {
        expect(columnLetter(one) === columnLetter(other)).toBe(one === other);
      })
    );
  });
});

describe('new columns', () => {
  it('take the first letters that are free as their ids', () => {
    expect(newColumns(columns, 3)).toEqual([
      { id: 'B', title: '' },
      { id: 'D', title: '' },
      { id: 'E', title: '' }
    ]);
  });
});
