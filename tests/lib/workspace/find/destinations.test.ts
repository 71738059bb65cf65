import { describe, expect, it } from 'vitest';
import { destinationsOf } from '#lib/workspace/find/destinations.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();
const places = (words: string, shown = 'p1') =>
  destinationsOf(workbook, shown, words).map(({ place }) => place);

describe('定位', () => {
  it('offers a row of the sheet on screen by its number', () => {
    expect(places('2')[0]).toEqual({ sheet: 'p1', row: 'p1-r2' });
    expect(places('第３行', 'p2')[0]).toEqual({ sheet: 'p2', row: 'p2-r3' });
    expect(places('9')).toEqual([]);
  });

  it('offers sheets by a part of their names, also by the first letters of the pinyin', () => {
    expect(places('节水')).toEqual([{ sheet: 'p2' }]);
    expect(places('jsxc')).toEqual([{ sheet: 'p2' }]);
    expect(places('总体绩效')).toEqual([{ sheet: 's1' }]);
  });

  it('offers indicators by a part of their names, those of the sheet on screen first', () => {
    expect(places('合格率', 'p2')).toEqual([
      { sheet: 'p2', row: 'p2-r2', column: 'level3' },
      { sheet: 'p1', row: 'p1-r2', column: 'level3' }
    ]);
  });

  it('offers rows by their codes', () => {
    const [first] = destinationsOf(workbookOfAllKinds(), 'd1', '2130305');
    expect(first).toMatchObject({ name: '2130305', place: { sheet: 'd2', row: 'd2-r4' } });
  });

  it('offers nothing before anything is typed', () => {
    expect(places(' ')).toEqual([]);
  });
});
