import { readAmount, readPercent } from '#lib/model/decimal.ts';
import { readCellValue } from '#lib/model/formula/cell-value.ts';
import { attribute, childOf, textOf, type Element } from '../office/xml.ts';
import { shownNumber } from './shown-number.ts';
import { plainText, stringText } from './strings.ts';
import { PLAIN_STYLE, type CellStyle } from './styles.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Whether the workbook counts days from 1904 and not from 1900. */
  readonly from1904: boolean;
  /** Whether the workbook has formulas. */
  readonly calculates: boolean;
}

/** A cell as it is shown. */
export interface ShownCell {
  readonly text: string;
  readonly framed: boolean;
  readonly isError: boolean;
}

/** Days from the first day of 1900's calendar to that of ISO 8601 dates as JavaScript counts them. */
const DAYS_TO_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;

/** Amounts that differ by less than this share of them are shown in full. */
const EXACT = 1e-9;

/** Whether formulas read the same in a cell as its text says, as `readCellValue` takes it. */
export function isReadAsShown(cell: Element, text: string, from1904: boolean): boolean {
  const type = attribute(cell, 't') ?? 'n';
  const value = childOf(cell, 'v');
  const held = value ? textOf(value) : '';
  const shown = readCellValue(text);
  switch (shown.kind) {
    case 'blank':
      return true;
    case 'text':
      return !['n', 'd', 'e', 'b'].includes(type) || held === '';
    case 'logical':
      return type === 'b';
    case 'number': {
      const number = readPercent(text)?.div(100) ?? readAmount(text);
      const difference = Math.abs(Number(number) - Number(held));
      return type === 'n' && difference <= EXACT * Math.max(1, Math.abs(Number(held)));
    }
    case 'day': {
      const days = Date.UTC(shown.year, shown.month - 1, shown.day) / MILLISECONDS_A_DAY;
      return type === 'n' && !from1904 && days + DAYS_TO_1970 === Number(held);
    }
  }
}

/**
 * Whether the result of a formula is shown here as it is there. Free sheets have no formats, so that an
 * amount is shown in full, and a percent as its fraction.
 */
export function isShownAlike(cell: Element, text: string, from1904: boolean): boolean {
  if (attribute(cell, 't') !== undefined && attribute(cell, 't') !== 'n') return true;
  if (readPercent(text) !== null || text.includes('年')) return false;
  return isReadAsShown(cell, text, from1904);
}

/** The text of a cell as Excel shows it (ECMA-376 part 1, 18.3.1.4); of a formula its last result. */
export function readCell(cell: Element, context: CellContext): ShownCell {
  const { format, framed } = context.styles[Number(attribute(cell, 's'))] ?? PLAIN_STYLE;
  const type = attribute(cell, 't') ?? 'n';
  const value = childOf(cell, 'v');
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is');
    return { text: inline ? stringText(inline) : '', framed, isError: false };
  }
  const held = value ? textOf(value) : '';
  if (held === '' && type !== 'str') {
    return { text: '', framed, isError: false };
  }
  return {
    text: shownValue(type, held, format, context),
    framed,
    isError: type === 'e'
  };
}

function shownValue(type: string, held: string, format: string, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(held)] ?? '';
    case 'b':
      return held === '1' || held === 'true' ? 'TRUE' : 'FALSE';
    case 'n':
      return Number.isFinite(Number(held))
        ? shownNumber(Number(held), format, context.from1904)
        : held;
    case 'd':
      return shownDate(held, format);
    default:
      return plainText(held);
  }
}

/** A date that is held as ISO 8601. */
function shownDate(held: string, format: string): string {
  const time = Date.parse(/T|Z/.test(held) ? held.replace(/Z?$/, 'Z') : held);
  if (Number.isNaN(time)) return held;
  const pattern = format === 'General' ? 'yyyy/m/d' : format;
  return shownNumber(time / MILLISECONDS_A_DAY + DAYS_TO_1970, pattern, false);
}
