import { halfWidth, readAmount, readPercent } from './decimal.ts';

/** What a spreadsheet takes for the beginning of a formula, or lets one follow (OWASP, CSV injection). */
const FORMULA = /^[=+\-@＠\t\r\n]/;

/**
 * The text with an apostrophe in front where a spreadsheet would run it as a formula, and where it has
 * such an apostrophe already. Amounts and percents such as `-5` stay numbers.
 */
export function markFormula(text: string): string {
  const plain = halfWidth(text);
  if (readAmount(plain) !== null || readPercent(plain) !== null) return text;
  return FORMULA.test(plain.replace(/^'+/, '')) ? `'${text}` : text;
}

/** The text without the apostrophe that `markFormula` put in front. */
export function unmarkFormula(text: string): string {
  return text.startsWith("'") && FORMULA.test(halfWidth(text).replace(/^'+/, ''))
    ? text.slice(1)
    : text;
}
