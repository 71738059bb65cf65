import { Decimal, readAmount, readMoney } from './decimal.ts';
import { cellText, fieldText, type Sheet } from './workbook.ts';

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

/** What the 其中 list of a brief amounts to, beside its total. */
export interface BriefFunds {
  /** The sum of the items whose amount can be read, in 万元; null where there is no item. */
  readonly sum: Decimal | null;
  /** Items that have no amount, or one that cannot be read. */
  readonly unread: number;
  /** What the total exceeds the sum by; null where one of them is not known. */
  readonly difference: Decimal | null;
  /** Whether the list contradicts the total: items without an amount may only make up for a rest. */
  readonly contradicts: boolean;
}

/** Adds the 其中 list of a brief up. Rows without any text do not count. */
export function briefFunds(sheet: Sheet): BriefFunds {
  const items = sheet.rows.filter((row) => Object.values(row.cells).some((text) => text !== ''));
  const amounts = items.map((row) => readMoney(cellText(row, 'amount')));
  const unread = amounts.filter((amount) => amount === null).length;
  const total = readMoney(fieldText(sheet, 'fundsTotal'));
  if (items.length === 0) return { sum: null, unread, difference: null, contradicts: false };
  const sum = amounts.reduce<Decimal>((sum, amount) => sum.plus(amount ?? 0), new Decimal(0));
  const difference = total?.minus(sum) ?? null;
  const contradicts =
    difference !== null && (unread === 0 ? !difference.isZero() : difference.isNegative());
  return { sum, unread, difference, contradicts };
}
