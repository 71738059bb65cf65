import { describe, expect, it } from 'vitest';
import { createSheet } from '#lib/model/create.ts';
import { fundingDifference } from '#lib/model/funding.ts';

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
