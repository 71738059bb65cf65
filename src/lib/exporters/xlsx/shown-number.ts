import { Decimal } from '#lib/model/decimal.ts';

/** A number with the format in which Excel shows it as it was typed. */
export interface ShownNumber {
  /** As the file holds it: a percent as its fraction. */
  readonly value: string;
  /** One of `NUMBER_FORMATS`. */
  readonly format: string;
}

/** A number with more decimals than these is written as a text. */
export const MOST_DECIMALS = 6;

/** Excel keeps no more digits of a number. */
const MOST_DIGITS = 15;

/** The number formats in use: plain, with thousands separated, and percent, with up to six decimals. */
export const NUMBER_FORMATS: readonly string[] = ['0', '#,##0'].flatMap((whole) =>
  Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => withDecimals(whole, decimals)).flatMap(
    (format) => (whole === '0' ? [format, `${format}%`] : [format])
  )
);

/**
 * An amount or a percent as a number, where Excel then shows exactly this text; null for every other
 * text, `007` and `1,18.4` among them.
 */
export function shownNumber(text: string): ShownNumber | null {
  const match = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?(%?)$/.exec(text);
  if (!match) return null;
  const [, minus, whole = '', decimals = '', percent = ''] = match;
  const separated = whole.includes(',');
  const number = new Decimal(text.replace(/[,%]/g, ''));
  const lost =
    decimals.length > MOST_DECIMALS ||
    whole.length + decimals.length > MOST_DIGITS ||
    (separated && percent !== '') ||
    (minus === '-' && number.isZero());
  if (lost) return null;
  return {
    value: (percent === '' ? number : number.div(100)).toFixed(),
    format: withDecimals(separated ? '#,##0' : '0', decimals.length) + percent
  };
}

function withDecimals(whole: string, decimals: number): string {
  return decimals === 0 ? whole : `${whole}.${'0'.repeat(decimals)}`;
}
