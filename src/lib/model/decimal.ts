import { Decimal } from 'decimal.js';

/** Exact decimal arithmetic: 0.1 + 0.2 is 0.3. */
export { Decimal };

const AMOUNT = /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;

/**
 * Reads an amount as a person types it: `1,183.74`, `50`, full-width digits too.
 * Units and other words are not taken: `96万元` is null. Blank is null.
 */
export function readAmount(text: string): Decimal | null {
  const plain = halfWidth(text).trim();
  return AMOUNT.test(plain) ? new Decimal(plain.replaceAll(',', '')) : null;
}

/** Reads money in 万元, with its unit or as a bare amount: `50`, `50万元`, `5000元`; null for other words. */
export function readMoney(text: string): Decimal | null {
  const plain = halfWidth(text).trim();
  const [, number = '', unit = '万元'] = /^(.*?)\s*(万?元)?$/s.exec(plain) ?? [];
  const amount = readAmount(number);
  return unit === '元' ? (amount?.div(10_000) ?? null) : amount;
}

/** Reads a percent: `25%`, `99.5％`; null where there is no percent sign. In percent, not a fraction. */
export function readPercent(text: string): Decimal | null {
  const plain = halfWidth(text).trim();
  return plain.endsWith('%') ? readAmount(plain.slice(0, -1).trimEnd()) : null;
}

/** An amount in 万元 as the forms print it: two decimals, no separators. More decimals are kept. */
export function formatAmount(amount: Decimal): string {
  return amount.toFixed(Math.max(2, amount.decimalPlaces()));
}

/** Full-width letters, digits and signs as their ASCII forms; Chinese punctuation stays. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％＋－．，／＞＜＝（）：]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  );
}
