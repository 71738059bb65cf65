import { Decimal } from '../decimal.ts';
import { splitOperator } from '../target.ts';
import type { Series } from './series.ts';

/** A number and the words around it. */
interface Numbered {
  readonly before: string;
  readonly digits: string;
  readonly behind: string;
}

const NUMBERS = /(?:(?<=^)[+-])?\d+(?:,\d{3})*(?:\.\d+)?/g;

/** Numbers, alone or within the same words: 1, 2; 0.50, 1.00; 25%; 项目1; 01; 第1批. */
export function numberSeries(texts: readonly string[]): Series | null {
  // Excel counts the last number of a text; where that stays the same, the first is meant.
  const candidates = [
    texts.map((text) => numberAt(text, -1)),
    texts.map((text) => numberAt(text, 0))
  ];
  const series = candidates.flatMap((numbers) => seriesOfNumbers(numbers) ?? []);
  return series.find(({ counts }) => counts) ?? series[0] ?? null;
}

function numberAt(text: string, which: number): Numbered | null {
  const found = [...text.matchAll(NUMBERS)].at(which);
  if (!found) return null;
  const [digits] = found;
  return {
    before: text.slice(0, found.index),
    digits,
    behind: text.slice(found.index + digits.length)
  };
}

function seriesOfNumbers(numbers: readonly (Numbered | null)[]): Series | null {
  if (!numbers.every((number) => number !== null)) return null;
  const [first, second] = numbers;
  if (!first) return null;
  const { before, behind } = first;
  if (numbers.some((number) => number.before !== before || number.behind !== behind)) return null;
  const values = numbers.map(({ digits }) => new Decimal(digits.replaceAll(',', '')));
  const start = values[0]!;
  const step = values[1]?.minus(start) ?? new Decimal(1);
  const isEven = values.every((value, at) => value.eq(start.plus(step.times(at))));
  if (!isEven || step.isZero()) return null;
  const write = writerOf(numbers.map(({ digits }) => digits));
  // Labels know no number below zero: Excel goes on with 项目0, 项目1.
  const isLabel = before !== '' && !isOperator(before);
  return {
    counts: second !== undefined || isOrdinal(first),
    at: (place) => {
      const value = start.plus(step.times(place));
      return `${before}${write(isLabel ? value.abs() : value)}${behind}`;
    }
  };
}

/** Writes numbers as the given ones are written: decimals, thousands separators, leading zeros. */
function writerOf(written: readonly string[]): (value: Decimal) => string {
  const decimals = Math.max(...written.map((digits) => digits.split('.')[1]?.length ?? 0));
  const separated = written.some((digits) => digits.includes(','));
  const padded = written.some((digits) => /^0\d/.test(digits));
  const width = padded ? Math.max(...written.map((digits) => digits.split('.')[0]!.length)) : 0;
  return (value) => {
    const [whole = '', rest] = value.abs().toFixed(decimals).split('.');
    const grouped = separated ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole.padStart(width, '0');
    const sign = value.isNegative() && !value.isZero() ? '-' : '';
    return `${sign}${grouped}${rest === undefined ? '' : `.${rest}`}`;
  };
}

const NUMBERING = /^([、）)】\]]|[.．](?!\d)|季度|号|标段)/;
const APPROXIMATE = /[约达到共计超近于]$/;

/** Whether a single number says which one it is, and not how much: 第1批, 项目1, （1）, 2026年, 01. */
function isOrdinal({ before, digits, behind }: Numbered): boolean {
  if (digits.includes('.') || digits.includes(',')) return false;
  if (/^0\d/.test(digits) || before.endsWith('第')) return true;
  if (/^年度?($|[^\d])/.test(behind) && /^(19|20)\d\d$/.test(digits)) return true;
  if (/[（(【[]$/.test(before)) return /^[）)】\]]/.test(behind);
  if (NUMBERING.test(behind)) return true;
  return (
    behind === '' && /[\p{L}#_-]$/u.test(before) && !isOperator(before) && !APPROXIMATE.test(before)
  );
}

function isOperator(before: string): boolean {
  return splitOperator(before).operator !== '';
}
