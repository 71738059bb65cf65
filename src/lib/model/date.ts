import { halfWidth } from './decimal.ts';

/** A date as targets give it: a day, or only a month or a year. Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const DATE = /(?<![\d.])(\d{4})\s*(?:年|[-/.](?=\d))\s*(?:(\d{1,2})\s*(?:月|[-/.](?=\d)|(?![\d年]))\s*(?:(\d{1,2})\s*[日号]?)?)?/;

/**
 * Finds the first date in a text: `2023年12月31日`, `2023年12月底支出完成`, `2023-12-31`, `2023年底`.
 * Null where there is none, where month or day cannot be, or where other digits are glued to the year
 * (`12023年12月`).
 */
export function readDate(text: string): CalendarDate | null {
  const match = DATE.exec(halfWidth(text));
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year < 1949 || year > 2100) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null;
  return { year, month, day };
}

/** Whether a text speaks of a date at all, readable or not: it has a year or a month in digits. */
export function mentionsDate(text: string): boolean {
  return /\d{2,}\s*年(?!度)|\d{1,2}\s*月(?!份?均)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(halfWidth(text));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
