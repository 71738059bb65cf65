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
}

/** A cell as it is shown. `fault` says what cannot be known of it: an error, or a formula never reckoned. */
export interface ShownCell {
  readonly text: string;
  readonly framed: boolean;
  readonly fault: 'error' | 'no-value' | null;
}

/** Days from the first day of 1900's calendar to that of ISO 8601 dates as JavaScript counts them. */
const DAYS_TO_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;

/** The text of a cell as Excel shows it (ECMA-376 part 1, 18.3.1.4); of a formula its last result. */
export function readCell(cell: Element, context: CellContext): ShownCell {
  const { format, framed } = context.styles[Number(attribute(cell, 's'))] ?? PLAIN_STYLE;
  const type = attribute(cell, 't') ?? 'n';
  const value = childOf(cell, 'v');
  if (type === 'inlineStr') {
    const inline = childOf(cell, 'is');
    return { text: inline ? stringText(inline) : '', framed, fault: null };
  }
  const held = value ? textOf(value) : '';
  if (held === '' && type !== 'str') {
    return { text: '', framed, fault: childOf(cell, 'f') ? 'no-value' : null };
  }
  return {
    text: shownValue(type, held, format, context),
    framed,
    fault: type === 'e' ? 'error' : null
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
