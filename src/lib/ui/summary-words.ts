import { formatAmount, type Decimal } from '#lib/model/decimal.ts';

/** So many 万元 are one 亿元. */
const WAN_IN_YI = 10_000;

/** An amount in 万元 with thousands separators: `1,234.50`. */
export function sayAmount(amount: Decimal): string {
  const [whole = '', ...decimals] = formatAmount(amount).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/** Whether an amount in 万元 is so large that it is said in 亿元. */
export function inYi(amount: Decimal): boolean {
  return amount.abs().gte(WAN_IN_YI);
}

/** An amount in 万元 as a reader takes it in at once: `1,234.50 万元`, and from 10,000 万元 on `1.23 亿元`. */
export function sayLargeAmount(amount: Decimal): string {
  if (!inYi(amount)) return `${sayAmount(amount)} 万元`;
  return `${sayAmount(amount.div(WAN_IN_YI).toDecimalPlaces(2))} 亿元`;
}

/** Made once: to make one takes longer than to say hundreds of counts. */
const COUNTS = new Intl.NumberFormat('zh-CN');

/** A count with thousands separators. */
export function sayCount(count: number): string {
  return COUNTS.format(count);
}

/** The name of a unit; what is said where a table names none. */
export function sayUnit(unit: string): string {
  return unit || '未填单位';
}

/** The name of a level; what is said where a row has none. */
export function sayLevel(level: string, which: string): string {
  return level || `未填${which}指标`;
}
