import { evenStep, modulo } from './even-step.ts';
import type { Series } from './series.ts';

/** A text as a date within words, counted in the smallest unit that it names. */
interface Dated {
  readonly unit: 'day' | 'month' | 'quarter';
  /** Days since 1970-01-01; months or quarters since the year 0; of a text without a year, of NO_YEAR. */
  readonly count: number;
  readonly hasYear: boolean;
  /** What is written before, between and behind the parts, the same in all texts of a series. */
  readonly around: readonly string[];
  readonly padded: boolean;
  /** Whether some part has one digit, so that none is padded. */
  readonly plain: boolean;
}

/** A date and nothing else: one within words is a target, and no series by itself. */
const ALONE = /^[-/.年月日号初底末份第季度]+$/;

/** A year that does not leap, for dates that name none. */
const NO_YEAR = 2001;
const DAY = 86_400_000;

const WITH_SIGNS = /^(\D*)(\d{4})([-/.])(\d{1,2})(?:\3(\d{1,2}))?(\D*)$/;
const WITH_WORDS = /^(\D*?)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})([日号]))?(\D*)$/;
const QUARTER = /^(\D*?)(\d{4})年(第?)([1-4])(季度\D*)$/;

/** Dates and months: 2026-01-05, 2026年1月5日, 2026年1月, 1月5日, 3月底, 2026年第1季度. */
export function dateSeries(texts: readonly string[]): Series | null {
  const dates = texts.map(readDated);
  const [first] = dates;
  if (!first || !dates.every((date) => date !== null)) return null;
  const around = first.around.join('\n');
  if (dates.some((date) => date.unit !== first.unit || date.around.join('\n') !== around))
    return null;
  const counts = dates.map(({ count }) => count);
  const at = (first.unit === 'day' ? byMonths(counts) : null) ?? evenly(counts);
  if (!at) return null;
  const padded = dates.some((date) => date.padded) && !dates.some(({ plain }) => plain);
  return {
    counts: texts.length > 1 || ALONE.test(first.around.join('')),
    at: (place) => write({ ...first, padded, count: at(place) })
  };
}

function evenly(counts: readonly number[]): ((place: number) => number) | null {
  const step = evenStep(counts);
  const [first = 0] = counts;
  return step === null ? null : (place) => first + step * place;
}

/** Days that are months apart: on the same day of the month, or all at the end of theirs. */
function byMonths(days: readonly number[]): ((place: number) => number) | null {
  const dates = days.map((day) => new Date(day * DAY));
  if (dates.length < 2) return null;
  const atEnd = dates.every((date) => date.getUTCDate() === daysIn(monthOf(date)));
  const day = dates[0]!.getUTCDate();
  if (!atEnd && dates.some((date) => date.getUTCDate() !== day)) return null;
  const months = evenly(dates.map(monthOf));
  if (!months) return null;
  return (place) => {
    const month = months(place);
    const last = daysIn(month);
    return dayNumber(month, atEnd ? last : Math.min(day, last));
  };
}

function readDated(text: string): Dated | null {
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const [, before = '', year, ordinal = '', number, behind = ''] = quarter;
    const around = [before, `年${ordinal}`, behind];
    const count = Number(year) * 4 + Number(number) - 1;
    return { unit: 'quarter', count, hasYear: true, around, padded: false, plain: false };
  }
  const signs = WITH_SIGNS.exec(text);
  if (signs) {
    const [, before = '', year, sign = '', month = '', day, behind = ''] = signs;
    // 2026-1 may be anything; 2026-01 is a month.
    if (day === undefined && (sign !== '-' || month.length < 2)) return null;
    return dated(year, month, day, [before, sign, ...(day === undefined ? [] : [sign]), behind]);
  }
  const [, before = '', year, month, day, sign = '', behind = ''] = WITH_WORDS.exec(text) ?? [];
  if (month === undefined) return null;
  const head = year === undefined ? [before] : [before, '年'];
  const tail = day === undefined ? [`月${behind}`] : ['月', `${sign}${behind}`];
  return dated(year, month, day, [...head, ...tail]);
}

function dated(
  year: string | undefined,
  month: string,
  day: string | undefined,
  around: readonly string[]
): Dated | null {
  const at = Number(year ?? NO_YEAR) * 12 + Number(month) - 1;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (!isMonth || (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(at)))) return null;
  const parts = [month, day ?? month];
  return {
    unit: day === undefined ? 'month' : 'day',
    count: day === undefined ? at : dayNumber(at, Number(day)),
    hasYear: year !== undefined,
    around,
    // 2026-12-25 is followed by 2027-01-01, 2026/12/25 by 2027/1/1.
    padded: around.includes('-') || parts.some((part) => part.startsWith('0')),
    plain: parts.some((part) => part.length === 1)
  };
}

function write({ unit, count, hasYear, around, padded }: Dated): string {
  const pad = (part: number) => String(part).padStart(padded ? 2 : 1, '0');
  const parts: string[] = [];
  if (unit === 'quarter') {
    parts.push(String(Math.floor(count / 4)), String(modulo(count, 4) + 1));
  } else {
    const date = new Date(count * DAY);
    const month = unit === 'day' ? monthOf(date) : count;
    if (hasYear) parts.push(String(Math.floor(month / 12)));
    parts.push(pad(modulo(month, 12) + 1));
    if (unit === 'day') parts.push(pad(date.getUTCDate()));
  }
  return around.map((words, at) => `${words}${parts[at] ?? ''}`).join('');
}

/** Months since the year 0. */
function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), modulo(month, 12) + 1, 0)).getUTCDate();
}

/** Days since 1970-01-01. */
function dayNumber(month: number, day: number): number {
  return Date.UTC(Math.floor(month / 12), modulo(month, 12), day) / DAY;
}
