import { readCellValue } from '#lib/model/formula/cell-value.ts';
import { MOST_DECIMALS, NUMBER_FORMATS, shownNumber } from './shown-number.ts';

/** Longer texts go on in the cell below. */
const LONG = 31_999;

/** What a cell holds beside its style, as formulas read it. */
export interface HeldValue {
  /** A number, a logical value, an error, or the text of a formula (ECMA-376 part 1, 18.18.11). */
  readonly type: 'n' | 'b' | 'e' | 'str';
  readonly value: string;
  /** One of `CELL_FORMATS`. */
  readonly format: string;
}

const GENERAL = 'General';

/** How the signs between the parts of a day are written in a format. */
const DAY_SIGNS = [
  ['-', '-', ''],
  ['/', '/', ''],
  ['"年"', '"月"', '"日"']
] as const;

const PARTS = ['d', 'dd'].flatMap((day) => ['m', 'mm'].map((month) => [month, day] as const));

/** The formats that cells are shown in: those of numbers, Excel's own, and those of days. */
export const CELL_FORMATS: readonly string[] = [
  ...NUMBER_FORMATS,
  GENERAL,
  ...DAY_SIGNS.flatMap(([first, second, last]) =>
    PARTS.map(([month, day]) => `yyyy${first}${month}${second}${day}${last}`)
  )
];

/** 1899-12-30, the day that spreadsheets count from, and the length of a day, in milliseconds. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_LENGTH = 86_400_000;

/** Excel counts a 29 February of 1900, which was none; from the day after it all agree. */
const FIRST_COMMON_YEAR = 1901;

const ERRORS: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!'
]);

/** Formulas that come to texts. */
const OF_TEXT =
  /&|^=(?:CONCAT|CONCATENATE|LEFT|LOWER|MID|PROPER|REPLACE|REPT|RIGHT|SUBSTITUTE|TEXT|TEXTJOIN|TRIM|UPPER)\(/i;

/**
 * A typed text as the number, day or logical value that formulas take it for, where Excel then shows exactly
 * this text; null for other texts.
 */
export function heldInput(text: string): HeldValue | null {
  const value = readCellValue(text);
  switch (value.kind) {
    case 'number': {
      const number = shownNumber(text);
      return number && { type: 'n', ...number };
    }
    case 'day':
      return heldDay(text);
    case 'logical':
      return /^(TRUE|FALSE)$/.test(text) ? logical(value.holds) : null;
    default:
      return null;
  }
}

/**
 * What a formula came to, as the value that is kept beside it until it is calculated again; null for what
 * Excel has no value for.
 * @param formula tells texts that look like numbers from numbers, as far as that is seen at once
 */
export function heldResult(text: string, formula: string): HeldValue | null {
  if (text.startsWith('#')) {
    return ERRORS.has(text) ? { type: 'e', value: text, format: GENERAL } : null;
  }
  if (/^(TRUE|FALSE)$/.test(text)) return logical(text === 'TRUE');
  if (OF_TEXT.test(formula)) return { type: 'str', value: text, format: GENERAL };
  const isPlain = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?(?:E[+-]?\d+)?$/i.test(text);
  if (isPlain) return { type: 'n', value: String(Number(text)), format: GENERAL };
  const [whole, decimals = ''] = text.split('.');
  if (decimals.length > MOST_DECIMALS && shownNumber(whole!) && /^\d+$/.test(decimals)) {
    const rounded = shownNumber(`${whole}.${decimals.slice(0, MOST_DECIMALS)}`);
    return rounded && { type: 'n', ...rounded, value: text.replaceAll(',', '') };
  }
  return heldInput(text) ?? { type: 'str', value: text, format: GENERAL };
}

function logical(holds: boolean): HeldValue {
  return { type: 'b', value: holds ? '1' : '0', format: GENERAL };
}

/** A day that is in the calendar, in a format with as many digits and the same signs. */
function heldDay(text: string): HeldValue | null {
  const parts = /^(\d{4})([-/年])(\d{1,2})([-/月])(\d{1,2})(日?)$/.exec(text);
  if (!parts) return null;
  const [, year, sign, month = '', , day = ''] = parts;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const inCalendar = new Date(time).getUTCDate() === Number(day) && Number(month) <= 12;
  if (!inCalendar || Number(year) < FIRST_COMMON_YEAR) return null;
  const [first, second, last] = DAY_SIGNS[sign === '-' ? 0 : sign === '/' ? 1 : 2];
  const format = `yyyy${first}${'m'.repeat(month.length)}${second}${'d'.repeat(day.length)}${last}`;
  return { type: 'n', value: String((time - FIRST_DAY) / DAY_LENGTH), format };
}

/** Whether a cell with this text, written as a number where it can be, is read by formulas as here. */
export function isHeldAsRead(text: string): boolean {
  const { kind } = readCellValue(text);
  if (text.length >= LONG) return false;
  return kind === 'blank' || kind === 'text' || heldInput(text) !== null;
}
