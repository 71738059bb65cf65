import { Decimal, halfWidth } from '#lib/model/decimal.ts';
import { moneyUnit } from '#lib/model/target.ts';

/** An amount of money in a text. */
export interface ProseAmount {
  /** Where it stands, with its unit: characters, from inclusive, to exclusive. */
  readonly range: readonly [from: number, to: number];
  /** As printed: 万元, 元, 万 … */
  readonly unit: string;
  /** In 万元. */
  readonly amount: Decimal;
}

/** A number with its separators, as a pattern. */
export const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';

/** A number that does not begin inside another one, and its unit. */
const AMOUNT = new RegExp(`(?<![\\d.])(${NUMBER})[ \\t]*(亿元|万元|千元|元|万)`, 'g');

/** The amounts with a unit in a text, in their order. */
export function amountsIn(text: string): readonly ProseAmount[] {
  return [...halfWidth(text).matchAll(AMOUNT)].flatMap((match): readonly ProseAmount[] => {
    const [whole, digits = '', unit = ''] = match;
    const scale = moneyUnit(unit);
    if (!scale) return [];
    const range = [match.index, match.index + whole.length] as const;
    return [{ range, unit, amount: new Decimal(digits.replaceAll(',', '')).times(scale) }];
  });
}
