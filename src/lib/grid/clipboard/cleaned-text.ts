import { findDates } from '#lib/model/date.ts';
import { halfWidth } from '#lib/model/decimal.ts';
import type { GridColumn } from '../columns.ts';

/** What a clipboard brings along and nobody sees: zero-width signs, marks of direction, control signs. */
const INVISIBLE = new RegExp(
  '[\\u00ad\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060\\ufeff]|(?![\\t\\n])\\p{Cc}',
  'gu'
);

/** Spaces of other widths than the usual one. */
const ODD_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

const WIDE = /[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９0-9])[．％]/g;

/** A number, perhaps with an operator before it, its digits in groups of three or not, and a percent sign. */
const NUMBER = /^([≥≤=<>]?) ?([+-]?) ?(\d{1,3}(?:[, ]\d{3})+|\d+)( ?\. ?\d+)? ?(%?)$/;

/** A negative amount as accountants have Excel show it. */
const IN_BRACKETS = /^\(([^()]+)\)$/;

/** Longer texts are no numbers. */
const NUMBER_LENGTH = 40;

/** What Excel shows of a date behind the day. */
const MIDNIGHT = / 0?0:00(?::00)?$/;

/**
 * The text of a foreign cell as a person would have typed it into this column: without what is invisible
 * and space around its lines, digits and letters in half width, numbers without separators, dates as
 * papers write them (`2026年12月31日`). Words and punctuation stay. Formulas are left alone.
 * @param isFree whether it is for a free sheet, where dates stay as spreadsheets write them
 */
export function cleanedText(text: string, column: GridColumn, isFree: boolean): string {
  const visible = text.replace(INVISIBLE, '').replace(ODD_SPACE, ' ');
  const lines = visible.split(/\r\n?|\n/).map((line) => line.trim());
  const plain = lines.join('\n').trim();
  if (plain.startsWith('=') && isFree) return plain;
  if (isForNumbers(column)) {
    const number = plainNumber(plain, column.amounts === true);
    if (number !== null) return number;
  }
  const narrow = plain.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return isFree || column.amounts ? narrow : writtenDate(narrow);
}

/** Whether numbers in a column are numbers: amounts and targets, and no codes or names. */
export function isForNumbers({ id, amounts }: GridColumn): boolean {
  return amounts === true || id === 'target';
}

function plainNumber(text: string, isAmount: boolean): string | null {
  if (text.length > NUMBER_LENGTH) return null;
  const half = halfWidth(text).replace(/\s+/g, ' ');
  const [, bracketed] = (isAmount && IN_BRACKETS.exec(half)) || [];
  const match = NUMBER.exec(bracketed ?? half);
  if (!match || (bracketed !== undefined && match[2] !== '')) return null;
  const [, operator, sign, whole, fraction = '', percent] = match;
  const minus = bracketed === undefined ? sign : '-';
  return `${operator}${minus}${whole!.replace(/[, ]/g, '')}${fraction.replaceAll(' ', '')}${percent}`;
}

function writtenDate(text: string): string {
  const day = text.replace(MIDNIGHT, '');
  if (!/^\d{4}[-/.]/.test(day)) return text;
  const [found] = findDates(day);
  if (!found?.date || found.from > 0 || found.to < day.length) return text;
  const { year, month, day: ofMonth } = found.date;
  return `${year}年${month}月${ofMonth}日`;
}
