import { halfWidth } from './decimal.ts';

/** A date as targets give it: a day, or only a month or a year. Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** A stretch of a text that is written as a date. */
export interface WrittenDate {
  /** Where it stands: characters, from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
  /** The digits of the year as written, which are more than four where others are glued to them. */
  readonly yearDigits: string;
  /** Null where it cannot be read: no such month or day, a year of other than four digits. */
  readonly date: CalendarDate | null;
}

/** `2024年`, `2024年12月`, `2024年12月31日`; and with signs, where only whole dates are no numbers. */
const WITH_WORDS = /(?<!\d|\d[.,])(\d+)\s*年\s*(?:(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]?)?)?/g;
const WITH_SIGNS = /(?<!\d|\d[.,])(\d{4,})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.])/g;

/** No date has a year of fewer digits; most texts are done with here. */
const SHORTEST_YEAR = /\d{3}/;

/**
 * Finds what is written as a date in a text, readable or not: `2024年12月31日`, `2024年12月底`,
 * `2024-12-31`, `2024年底`, `12024年12月`. Periods such as `3年` and `100年` are no dates.
 */
export function findDates(text: string): readonly WrittenDate[] {
  const plain = halfWidth(text);
  if (!SHORTEST_YEAR.test(plain)) return [];
  const withWords = [...plain.matchAll(WITH_WORDS)]
    .filter(([, year, month]) => isYear(year!, month !== undefined))
    .map((match) => written(match, match[1]!, match[2], match[3]));
  const withSigns = [...plain.matchAll(WITH_SIGNS)].map((match) =>
    written(match, match[1]!, match[3], match[4])
  );
  return [...withWords, ...withSigns].sort((a, b) => a.from - b.from);
}

/** The first readable date in a text; null where there is none. */
export function readDate(text: string): CalendarDate | null {
  return findDates(text).find(({ date }) => date !== null)?.date ?? null;
}

/** A number before 年 is a year, and no period, when it is long enough; before a month, from 3 digits. */
function isYear(digits: string, beforeMonth: boolean): boolean {
  return beforeMonth ? digits.length >= 3 : digits.length >= 4;
}

function written(
  match: RegExpExecArray,
  yearDigits: string,
  month: string | undefined,
  day: string | undefined
): WrittenDate {
  const from = match.index;
  const to = from + match[0].trimEnd().length;
  const date = calendarDate(
    yearDigits,
    month === undefined ? null : Number(month),
    day === undefined ? null : Number(day)
  );
  return { from, to, yearDigits, date };
}

function calendarDate(
  yearDigits: string,
  month: number | null,
  day: number | null
): CalendarDate | null {
  const year = Number(yearDigits);
  if (yearDigits.length !== 4 || year < 1949 || year > 2100) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null;
  return { year, month, day };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
