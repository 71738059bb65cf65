import { describe, expect, it } from 'vitest';
import { projectTotals } from '#lib/model/project-totals.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const project = (id: string, fields: Readonly<Record<string, string>>) =>
  projectSheet(id, { fields });

describe('the totals of projects', () => {
  it('are exact, and take 元 and 千元 for what they are in 万元', () => {
    const { money, difference, converted } = projectTotals([
      project('a', { budget: '0.1', fiscalFunds: '0.1', otherFunds: '' }),
      project('b', { moneyUnit: '万元', budget: '1,200.20', fiscalFunds: '1,200.00' }),
      project('c', { moneyUnit: '元', budget: '5000', otherFunds: '5000' }),
      project('d', { moneyUnit: '千元', budget: '10' })
    ]);
    expect(money.budget.sum.toString()).toBe('1201.8');
    expect(money.fiscalFunds.sum.toString()).toBe('1200.1');
    expect(difference?.toString()).toBe('1.2');
    expect([...converted]).toEqual([
      ['元', 1],
      ['千元', 1]
    ]);
  });

  it('name what cannot be added, and tell no difference then', () => {
    const totals = projectTotals([
      project('a', { budget: '约50' }),
      project('b', { budget: '50', moneyUnit: '美元' }),
      project('c', { budget: '20' })
    ]);
    expect(totals.money.budget.sum.toString()).toBe('20');
    expect(totals.money.budget.unread).toEqual(['a', 'b']);
    expect(totals.difference).toBeNull();
  });

  it('count the indicators of each first level', () => {
    const { indicators, levels } = projectTotals([projectSheet('a'), projectSheet('b')]);
    expect(indicators).toBe(6);
    expect([...levels]).toEqual([
      ['产出指标', 4],
      ['效益指标', 2]
    ]);
  });
});
