import { Decimal, readAmount } from './decimal.ts';
import { fieldText, type Sheet } from './workbook.ts';

/**
 * What the budget of a project sheet exceeds its sources by, in 万元: 预算数 − 财政资金 − 其他资金, a
 * blank source counting as 0. Null where there is no budget, or where one of them is no amount.
 */
export function fundingDifference(sheet: Sheet): Decimal | null {
  const budget = readAmount(fieldText(sheet, 'budget'));
  const sources = ['fiscalFunds', 'otherFunds'].map((field) => {
    const text = fieldText(sheet, field);
    return text.trim() === '' ? new Decimal(0) : readAmount(text);
  });
  if (budget === null || sources.includes(null)) return null;
  return sources.reduce<Decimal>((rest, source) => rest.minus(source!), budget);
}
