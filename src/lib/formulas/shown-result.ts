/** A function that the engine does not know, or not yet: to Excel it is no name. */
const NOT_THERE = /^#N\/IMPL!?$/;

/** A day as the engine writes one: month, day, year where it has no format of its own. */
const DAY = /^(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d\d)-(\d\d))$/;

/** A number of as many digits as there are; behind them come zeros. */
const ALL_DIGITS = /^-?[\d,]+\.\d+$/;
const MOST_DIGITS = 15;

/** 1899-12-30, the day that spreadsheets count from, and the length of a day, in milliseconds. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_LENGTH = 86_400_000;

/** Results of less days than this one are the distance of two days, and no day: 1930-01-01. */
const EARLIEST = 10_959;

/**
 * What a cell shows for a result of the engine: errors as in Excel, days as WPS writes them, numbers
 * without the point and the zeros of decimals that they do not have. The engine
 * takes the difference of two days for a day too, which is a number in Excel.
 */
export function shownResult(result: string): string {
  if (/\d\.$/.test(result)) return result.slice(0, -1);
  if (ALL_DIGITS.test(result) && result.replace(/\D/g, '').length >= MOST_DIGITS) {
    return result.replace(/(\.\d\d\d*?)0+$/, '$1');
  }
  const [, month, day, year, ...iso] = DAY.exec(result) ?? [];
  const parts = year === undefined ? iso : [year, month, day];
  if (parts.length < 3 || parts[0] === undefined) return NOT_THERE.test(result) ? '#NAME?' : result;
  const [y, m, d] = parts.map(Number);
  const count = (Date.UTC(y!, m! - 1, d) - FIRST_DAY) / DAY_LENGTH;
  if (count < EARLIEST) return String(count);
  return year === undefined ? result : `${year}/${month}/${day}`;
}
