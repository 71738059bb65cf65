import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUMBER_FORMATS, shownNumber } from '#lib/exporters/xlsx/shown-number.ts';

describe('a number as Excel shows it', () => {
  it.each([
    ['86.50', '86.50', '0.00'],
    ['0', '0', '0'],
    ['-5', '-5', '0'],
    ['1,183.74', '1183.74', '#,##0.00'],
    ['50%', '0.5', '0%'],
    ['99.5%', '0.995', '0.0%'],
    ['0.000001%', '0.00000001', '0.000000%']
  ])('%s is %s in the format %s', (text, value, format) => {
    expect(Number(shownNumber(text)?.value)).toBe(Number(value));
    expect(shownNumber(text)?.format).toBe(format);
  });

  it.each([
    '',
    '007',
    '1,18.4',
    '1,183%',
    '+5',
    '-0.00',
    '５０',
    '86.5万元',
    '1234567890123456',
    '.5'
  ])('leaves %j a text', (text) => expect(shownNumber(text)).toBeNull());

  it('uses only formats of the list', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?[\d,]{1,9}(\.\d{1,8})?%?$/), (text) => {
        const shown = shownNumber(text);
        if (shown) expect(NUMBER_FORMATS).toContain(shown.format);
      })
    );
  });
});
