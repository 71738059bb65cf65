import { readAmount } from '#lib/model/decimal.ts';
import type { Ledger } from './ledger.ts';
import type { PrintedRow } from './printed-row.ts';

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
  const ofNumbers = numbers === 0 ? '' : `，其中 ${numbers} 个是断开的数`;
  const text = `${mended.length} 个单元格里的排版空格已去掉${ofNumbers}。`;
  ledger.note('repaired', line, text, { sheet });
}
