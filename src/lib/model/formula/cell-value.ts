import { halfWidth, readAmount, readPercent } from '../decimal.ts';

/** What formulas take the text of a cell for. */
export type CellValue =
  | { readonly kind: 'blank' }
  /** An amount or a percent in half-width signs: `1,183.50`, `50%`. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'logical'; readonly holds: boolean }
  | { readonly kind: 'text'; readonly text: string };

/** A day as people write it: 2026-3-1, 2026/3/1, 2026年3月1日. */
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;

/** Digits that are a code and no number: with a zero in front, or longer than a number is exact. */
const CODE = /^0\d|^\d{16,}$/;

/** Reads the text of a cell as formulas do: amounts, percents and days are numbers, codes are texts. */
export function readCellValue(text: string): CellValue {
  const plain = halfWidth(text).trim();
  if (text === '') return { kind: 'blank' };
  if (readAmount(plain) !== null && CODE.test(plain)) return { kind: 'text', text: plain };
  if (readAmount(plain) !== null || readPercent(plain) !== null) {
    return { kind: 'number', text: plain.replace(/^\+/, '') };
  }
  const [, year, ...parts] = DAY.exec(plain) ?? [];
  if (year !== undefined) {
    const [month, day] = parts.filter((part) => part !== undefined).map(Number);
    return { kind: 'day', year: Number(year), month: month!, day: day! };
  }
  if (/^(TRUE|FALSE)$/i.test(plain)) return { kind: 'logical', holds: /^T/i.test(plain) };
  return { kind: 'text', text };
}
