import { findDates } from '#lib/model/date.ts';
import { readAmount, readPercent } from '#lib/model/decimal.ts';
import { textOrder } from './text-order.ts';

/** Numbers come before dates, dates before numbered texts, those before all others; as in Excel. */
const NUMBER = 0;
const DATE = 1;
const NUMBERED = 2;
const TEXT = 3;

interface Meaning {
  readonly kind: number;
  readonly value: number;
}

const PLAIN: Meaning = { kind: TEXT, value: 0 };
/** How an amount, a percent or a date may begin. */
const MAY_BE_NUMBER = /^[\s+\-＋－\d０-９]/;
/** 一、 （二） 第三章 十二月 */
const CHINESE_NUMBER =
  /^[（(]?第?([一二三四五六七八九十]{1,3})(?=$|[、，.．)）章节条款项部季月周期批段标])/;
const DIGITS = '一二三四五六七八九';

/**
 * The ranks of texts when they are sorted upwards, from 0; what means the same has the same rank. A
 * percent is a hundredth, as in Excel. With `codes` texts are compared sign by sign, so that 20101
 * stands between 201 and 202. Blank texts have no rank.
 */
export function sortRanks(
  texts: Iterable<string>,
  { codes }: { readonly codes: boolean }
): ReadonlyMap<string, number> {
  const distinct = [...new Set(texts)].filter((text) => text.trim() !== '');
  const meanings = new Map(distinct.map((text) => [text, codes ? PLAIN : meaningOf(text)]));
  const byText = codes ? bySign : textOrder(distinct);
  const compare = (a: string, b: string) => {
    const one = meanings.get(a)!;
    const other = meanings.get(b)!;
    const meant = one.kind - other.kind || one.value - other.value;
    return meant !== 0 || one.kind < NUMBERED ? meant : byText(a, b);
  };
  distinct.sort(compare);
  const ranks = new Map<string, number>();
  let rank = 0;
  distinct.forEach((text, at) => {
    if (at > 0 && compare(distinct[at - 1]!, text) !== 0) rank++;
    ranks.set(text, rank);
  });
  return ranks;
}

/** The number that a text stands for where it is an amount or a percent (25% is 0.25); null otherwise. */
export function numberIn(text: string): number | null {
  if (!MAY_BE_NUMBER.test(text)) return null;
  const amount = readAmount(text);
  if (amount) return amount.toNumber();
  return readPercent(text)?.div(100).toNumber() ?? null;
}

function meaningOf(text: string): Meaning {
  const number = numberIn(text);
  if (number !== null) return { kind: NUMBER, value: number };
  const [written] = MAY_BE_NUMBER.test(text) ? findDates(text) : [];
  if (written?.date && written.from === 0) {
    const { year, month, day } = written.date;
    return { kind: DATE, value: (year * 100 + (month ?? 0)) * 100 + (day ?? 0) };
  }
  const [, numeral] = CHINESE_NUMBER.exec(text) ?? [];
  return numeral === undefined ? PLAIN : { kind: NUMBERED, value: chineseNumber(numeral) };
}

/** The value of a Chinese numeral below a hundred: 九 is 9, 十二 is 12, 三十 is 30. */
function chineseNumber(numeral: string): number {
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return DIGITS.indexOf(tens) + 1;
  return (tens === '' ? 1 : DIGITS.indexOf(tens) + 1) * 10 + DIGITS.indexOf(ones || '〇') + 1;
}

function bySign(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
