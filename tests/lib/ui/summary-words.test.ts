import { expect, test } from 'vitest';
import { Decimal } from '#lib/model/decimal.ts';
import { sayAmount, sayLargeAmount } from '#lib/ui/summary-words.ts';

test.each([
  ['0', '0.00'],
  ['1234.5', '1,234.50'],
  ['1234567', '1,234,567.00'],
  ['0.00001', '0.00001'],
  ['1234.56789', '1,234.56789'],
  ['-1234.5', '-1,234.50']
])('%s 万元 is said as %s', (amount, said) => expect(sayAmount(new Decimal(amount))).toBe(said));

test.each([
  ['9999.99', '9,999.99 万元'],
  ['10000', '1.00 亿元'],
  ['123456789', '12,345.68 亿元']
])('%s 万元 is said at large as %s', (amount, said) =>
  expect(sayLargeAmount(new Decimal(amount))).toBe(said)
);
