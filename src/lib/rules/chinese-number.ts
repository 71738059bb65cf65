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
