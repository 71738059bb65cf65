import { readDate, type CalendarDate } from '#lib/model/date.ts';
import { halfWidth, type Decimal } from '#lib/model/decimal.ts';
import type { Condition, DateTest, NumberTest, TextTest } from '#lib/model/settings/own-rule.ts';
import type { QuantityOf } from './quantity.ts';
import { readNumber } from './read-number.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a condition found: the text that its number was compared with, else empty. Null for nothing. */
export type Met = { readonly compared: string } | null;

const MET: Met = { compared: '' };

/**
 * Whether a text meets a condition. `quantityOf` says what stands for a quantity, null where there is
 * no number; what cannot be read as a number or a date meets no condition that asks for one.
 */
export function meets(condition: Condition, text: string, quantityOf: QuantityOf): Met {
  const plain = halfWidth(text).trim();
  if (condition.is === 'empty') return plain === '' ? MET : null;
  if (plain === '') return null;
  if ('text' in condition) return meetsText(condition.is, plain, condition.text) ? MET : null;
  if ('date' in condition) return meetsDate(condition.is, plain, condition.date) ? MET : null;
  if (!('than' in condition)) return MET;
  const number = readNumber(plain);
  const other = number && quantityOf(condition.than);
  return number && other && meetsNumber(condition.is, number, other)
    ? { compared: other.toFixed() }
    : null;
}

function meetsText(test: TextTest, plain: string, wanted: string): boolean {
  const other = halfWidth(wanted).trim();
  switch (test) {
    case 'same':
      return plain === other;
    case 'other':
      return plain !== other;
    case 'contains':
      return plain.includes(other);
    case 'lacks':
      return !plain.includes(other);
    case 'begins':
      return plain.startsWith(other);
    case 'ends':
      return plain.endsWith(other);
    case 'like':
      return matchesWildcard(plain, other);
    case 'unlike':
      return !matchesWildcard(plain, other);
  }
}

function meetsNumber(test: NumberTest, number: Decimal, other: Decimal): boolean {
  switch (test) {
    case '=':
      return number.eq(other);
    case '≠':
      return !number.eq(other);
    case '<':
      return number.lt(other);
    case '≤':
      return number.lte(other);
    case '>':
      return number.gt(other);
    case '≥':
      return number.gte(other);
  }
}

/** A month or a year stands for its last day, as in a deadline. */
function meetsDate(test: DateTest, plain: string, limit: string): boolean {
  const date = readDate(plain);
  if (!date) return false;
  const day = dayNumber(date);
  const limitDay = Number(limit.replaceAll('-', ''));
  return test === 'before' ? day < limitDay : day > limitDay;
}

/** Days in their order, as `20261231`. */
function dayNumber({ year, month, day }: CalendarDate): number {
  return year * 10_000 + (month ?? 12) * 100 + (day ?? 31);
}
