const DIGITS = '零一二三四五六七八九';

/**
 * Reads a count as prose writes it: `12`, `两`, `十三`, `二十一`; null for other texts and from a hundred on
 * in Chinese.
 */
export function readCount(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(
    text.replace('两', '二')
  );
  if (!parts || text === '') return null;
  const [, first = '', ten = '', last = ''] = parts;
  if (ten === '') return first !== '' && last !== '' ? null : DIGITS.indexOf(first || last);
  const tens = first === '' ? 1 : DIGITS.indexOf(first);
  return tens * 10 + (last === '' ? 0 : DIGITS.indexOf(last));
}

/** Writes a count from 1 to 99 as lists number with it: `九`, `十`, `二十一`. Throws for any other. */
export function writeCount(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 99) {
    throw new RangeError(`no Chinese numeral from 1 to 99: ${count}`);
  }
  const tens = Math.floor(count / 10);
  const last = count % 10;
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${ten}${last === 0 ? '' : DIGITS[last]}`;
}
