import { moneyUnit } from '#lib/model/target.ts';

/** Amounts that are better when more, though they stand under 成本. */
export const WANTED_MORE = /节约|节省|节支|压减|降低|减少|下降/;

/** Whether a unit is money: 万元, or a unit cost such as 元/人. */
export function isMoney(unit: string): boolean {
  return moneyUnit(unit.split('/', 1)[0]!.trim()) !== null;
}
