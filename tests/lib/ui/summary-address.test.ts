import { expect, test } from 'vitest';
import {
  readSummaryAddress,
  summaryAddress,
  type SummaryAddress
} from '#lib/ui/summary-address.ts';

const ADDRESSES: readonly SummaryAddress[] = [
  { filter: { year: null, unit: null, form: null }, subject: null },
  { filter: { year: '', unit: '', form: '2015' }, subject: null },
  {
    filter: { year: '2026', unit: '青泉县水务局 & 分局', form: null },
    subject: { of: 'kind', level1: '产出指标', level2: null }
  },
  {
    filter: { year: null, unit: null, form: null },
    subject: { of: 'kind', level1: '', level2: '' }
  },
  {
    filter: { year: null, unit: null, form: null },
    subject: { of: 'rule', code: 'unit-missing', severity: 'error' }
  }
];

test.each(ADDRESSES)('the address of 汇总 says what is shown: %j', (address) => {
  const url = new URL(summaryAddress(address), 'http://localhost');
  expect(readSummaryAddress(url)).toEqual(address);
});

test('what an address does not know counts as not asked', () => {
  const url = new URL('http://localhost/summary?form=toString&rule=typo&severity=grave');
  expect(readSummaryAddress(url)).toEqual(ADDRESSES[0]);
});
