import { readCount, writeCount } from '../chinese-number.ts';
import { evenStep, modulo } from './even-step.ts';
import type { Series } from './series.ts';

const NUMERAL = /^(\D*?)([一二三四五六七八九]?十?[一二三四五六七八九]?)(\D*)$/s;

/** Words before and behind a numeral that number something, and do not count it: 第三, （三）, 三、, 三季度. */
const BEFORE = /(^|第|[（(【[])$/;
const BEHIND = /^($|[、.．）)】\]]|季度$)/;

/** Chinese numerals up to 九十九, within the same words: 一、二、三, （一）, 第一季度. */
export function numeralSeries(texts: readonly string[]): Series | null {
  const parts = texts.map(readNumeral);
  const [first] = parts;
  if (!first || !parts.every((part) => part !== null)) return null;
  const { before, behind } = first;
  if (parts.some((part) => part.before !== before || part.behind !== behind)) return null;
  const step = evenStep(parts.map(({ count }) => count));
  if (step === null) return null;
  const most = /^季度/.test(behind) ? 4 : 99;
  return {
    counts: true,
    at: (place) => {
      const count = modulo(first.count + step * place - 1, most) + 1;
      return `${before}${writeCount(count)}${behind}`;
    }
  };
}

/** Null where a text has no numeral that stands for a number in a row: 三公经费 has none. */
function readNumeral(
  text: string
): { readonly before: string; readonly count: number; readonly behind: string } | null {
  for (let from = 0; from < text.length; from++) {
    const before = text.slice(0, from);
    if (!BEFORE.test(before)) continue;
    const [, , numeral = '', behind = ''] = NUMERAL.exec(text.slice(from)) ?? [];
    const count = numeral === '' ? null : readCount(numeral);
    if (count !== null && count > 0 && isNumber(before, behind)) return { before, count, behind };
  }
  return null;
}

/** After 第 anything may follow; otherwise what stands behind must show that it is a number in a row. */
function isNumber(before: string, behind: string): boolean {
  if (before.endsWith('第')) return true;
  if (/[（(【[]$/.test(before)) return /^[）)】\]]/.test(behind);
  return BEHIND.test(behind);
}
