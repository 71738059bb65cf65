import { describe, expect, test } from 'vitest';
import { shownNumber } from '#lib/importers/xlsx/shown-number.ts';

describe('a number of a spreadsheet is shown', () => {
  test.each([
    ['General', 0.30000000000000004, '0.3'],
    ['General', 1183.74 + 2e-13, '1183.74'],
    ['General', 12345678901, '12345678901'],
    ['General', 130200123456, '130200123456'],
    ['General', 1e15, '1E+15'],
    ['0.00', 86.5, '86.50'],
    ['#,##0.00', 1183.74, '1,183.74'],
    ['0.00%', 0.285, '28.50%'],
    ['0%', 0.07, '7%'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['"≥"0"人次"', 1200, '≥1200人次'],
    ['00000', 123, '00123'],
    ['yyyy/m/d', 46387, '2026/12/31'],
    ['yyyy"年"m"月"d"日"', 46387, '2026年12月31日'],
    ['[$-804]yyyy"年"m"月";@', 46387, '2026年12月'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['aaaa', 46387, '星期四'],
    ['a broken "format', 12.5, '12.5']
  ])('in the format %s', (code, value, text) => {
    expect(shownNumber(value, code, false)).toBe(text);
  });

  test('as the day it is where the workbook counts from 1904', () => {
    expect(shownNumber(44925, 'yyyy-mm-dd', true)).toBe('2026-12-31');
    expect(shownNumber(44925, '0', true)).toBe('44925');
  });
});
