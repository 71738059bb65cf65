import { describe, expect, it } from 'vitest';
import { createRow, createSheet } from '#lib/model/create.ts';
import { briefFunds, fundingDifference } from '#lib/model/funding.ts';

const difference = (budget: string, fiscalFunds: string, otherFunds: string) =>
  fundingDifference(
    createSheet('project', { fields: { budget, fiscalFunds, otherFunds } })
  )?.toString();

describe('the difference between a budget and its sources', () => {
  it('is exact in decimals', () => {
    expect(difference('0.30', '0.10', '0.20')).toBe('0');
  });

  it('counts a blank source as nothing', () => {
    expect(difference('36.00', '30.00', '')).toBe('6');
  });

  it('is unknown without a budget or where a source is no amount', () => {
    expect(difference('', '30.00', '')).toBeUndefined();
    expect(difference('36.00', '三十', '')).toBeUndefined();
  });
});

describe('the 其中 list of a brief', () => {
  const funds = (fundsTotal: string, ...amounts: (string | null)[]) => {
    const rows = amounts.map((amount) =>
      createRow(amount === null ? {} : { item: '一项', amount })
    );
    const { sum, unread, difference, contradicts } = briefFunds(
      createSheet('brief', { fields: { fundsTotal }, rows })
    );
    return [sum?.toString(), unread, difference?.toString(), contradicts];
  };

  it('is added up, with or without units', () => {
    expect(funds('46', '36', '10')).toEqual(['46', 0, '0', false]);
    expect(funds('46万元', '36 万元', '100000元')).toEqual(['46', 0, '0', false]);
  });

  it('contradicts a total that it does not add up to', () => {
    expect(funds('50', '36', '10')).toEqual(['46', 0, '4', true]);
    expect(funds('40', '36', '10')).toEqual(['46', 0, '-6', true]);
  });

  it('leaves a rest to the items without an amount, but not too much of it', () => {
    expect(funds('50', '36', '')).toEqual(['36', 1, '14', false]);
    expect(funds('30', '36', '待定')).toEqual(['36', 1, '-6', true]);
  });

  it('says nothing where there is no item or no total', () => {
    expect(funds('50', null)).toEqual([undefined, 0, undefined, false]);
    expect(funds('', '36')).toEqual(['36', 0, undefined, false]);
  });
});
