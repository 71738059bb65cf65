import { readAmount } from '#lib/model/decimal.ts';
import type { Ledger } from '../ledger.ts';
import type { PrintedRow } from '../layouts/printed-row.ts';

/** Says how many cells of a table had layout spaces in them. */
export function noteMendedCells(
  rows: readonly PrintedRow[],
  line: number,
  sheet: string,
  ledger: Ledger
): void {
  const mended = rows.flat().filter((cell) => cell.mended);
  if (mended.length === 0) return;
  const numbers = mended.filter(({ text }) => readAmount(text) !== null).length;
  const cells = `${mended.length} 个${numbers === mended.length ? '数' : '单元格'}`;
  const ofThem = numbers === 0 || numbers === mended.length ? '' : `，其中 ${numbers} 个是数`;
  const text = `${cells}里的排版空格已去掉${ofThem}。`;
  ledger.note('repaired', line, text, { sheet });
}
