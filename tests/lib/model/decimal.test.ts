import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, formatAmount, halfWidth, readAmount, readPercent } from '#lib/model/decimal.ts';

describe('amounts', () => {
  it.each([
    ['50', '50'],
    ['1,183.74', '1183.74'],
    [' １，１８３．７４ ', '1183.74'],
    ['-3.5', '-3.5'],
    ['0.00', '0']
  ])('%s is read as %s', (text, amount) => {
    expect(readAmount(text)?.toFixed()).toBe(amount);
  });

  it.each(['', ' ', '96万元', '1,18.3', '1e3', '.5', '5.', '五十', '1 183', '--1'])(
    '%j is no amount',
    (text) => {
      expect(readAmount(text)).toBeNull();
    }
  );

  it('add up exactly', () => {
    expect(readAmount('0.1')!.plus(readAmount('0.2')!).eq(readAmount('0.3')!)).toBe(true);
  });

  it('are printed with two decimals, or with all they have', () => {
    expect(['1', '1.5', '1.005', '1000'].map((text) => formatAmount(new Decimal(text)))).toEqual([
      '1.00',
      '1.50',
      '1.005',
      '1000.00'
    ]);
  });

  it('are read back as they were printed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const amount = new Decimal(digits).div(new Decimal(10).pow(places));
        expect(readAmount(formatAmount(amount))?.eq(amount)).toBe(true);
      })
    );
  });
});

describe('percents', () => {
  it('need their sign', () => {
    expect(readPercent('25%')?.toFixed()).toBe('25');
    expect(readPercent(' ９９.５ ％ ')?.toFixed()).toBe('99.5');
    expect(readPercent('25')).toBeNull();
    expect(readPercent('%')).toBeNull();
  });
});

describe('half-width text', () => {
  it('keeps Chinese punctuation of sentences and the number of characters', () => {
    expect(halfWidth('ＡＢ１２％＞＝（元：人），。、')).toBe('AB12%>=(元:人),。、');
    fc.assert(fc.property(fc.string(), (text) => halfWidth(text).length === text.length));
  });
});
