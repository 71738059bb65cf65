import { format, isDateFormat } from 'numfmt';

/** Days between the first days of the two calendars that a workbook can count in: 1900 and 1904. */
const DAYS_TO_1904 = 1462;

/** Excel shows whole numbers from here on as powers of ten, and keeps fifteen digits of them. */
const LONG_INTEGER = 1e11;
const MOST_DIGITS = 1e15;

/** What the Chinese Excel writes for AM/PM, which the formatter knows by that name only. */
const HALVES_OF_DAY = /上午\/下午/g;

/**
 * A number as Excel shows it in a cell that is wide enough. Whole numbers of 12 to 15 digits in the
 * format General keep their digits, which Excel would show as a power of ten.
 * @param code the number format, such as `0.00%` or `yyyy"年"m"月"`
 * @param from1904 whether the workbook counts days from 1904
 */
export function shownNumber(value: number, code: string, from1904: boolean): string {
  const pattern = code.replace(HALVES_OF_DAY, 'AM/PM');
  const longInteger = Number.isInteger(value) && Math.abs(value) >= LONG_INTEGER;
  if (/^general$/i.test(pattern) && longInteger && Math.abs(value) < MOST_DIGITS) {
    return String(value);
  }
  const days = from1904 && isDateFormat(pattern) ? value + DAYS_TO_1904 : value;
  return shown(days, pattern) ?? shown(value, 'General') ?? String(value);
}

/** Null where the format is broken, which Excel refuses to open but other programs write. */
function shown(value: number, pattern: string): string | null {
  try {
    return format(pattern, value, { locale: 'zh-CN', dateSpanLarge: false }).trim();
  } catch {
    return null;
  }
}
